import { randomBytes } from 'node:crypto';
import { SIGNATURE_HEADER } from '@fc/auth';
import { resumeCounty, suspendCounty } from '@fc/countyctl';
import { identity } from '@fc/identity';
import { meetings } from '@fc/meetings';
import { eventually, type Actor, type TestCounty } from '@fc/testing';
import { World } from '@fc/testing/world';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

const logged: string[] = [];
const opened: string[] = [];
let world: World;
let pierce: TestCounty;
let king: TestCounty;

beforeAll(async () => {
  world = await World.start({ counties: ['pierce', 'king'], subgraphs: [identity, meetings], log: (line) => logged.push(line) });
  [pierce, king] = [world.county('pierce'), world.county('king')];
}, 90_000);
afterAll(() => world?.stop());

interface Answer {
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly body: string;
}

/** What a program gets that is signed in nowhere. */
async function follow(path: string, method = 'GET'): Promise<Answer> {
  const response = await fetch(new URL(path, world.gateway.url), { method });
  const { date: _now, ...headers } = Object.fromEntries(response.headers);
  return { status: response.status, headers, body: await response.text() };
}

async function feedOf(actor: Actor): Promise<string> {
  const { url } = await actor.do<{ url: string }>('mutation ($input: OpenCalendarFeedInput!) { openCalendarFeed(input: $input) { url } }', {});
  opened.push(url);
  return new URL(url).pathname;
}
const guess = (): string => `/l/calendar/${randomBytes(48).toString('base64url')}`;
const tokenOf = (path: string): string => path.split('/').at(-1)!;

/** The one answer to every link that opens nothing. */
let refusal: Answer;
const expectRefused = async (path: string): Promise<void> => expect(await follow(path)).toEqual(refusal);

describe('a link to a calendar', () => {
  it('is read by whoever has it, kept by nobody on the way, and can be nothing but read', async () => {
    refusal = await follow(guess());
    expect(refusal).toMatchObject({ status: 404, headers: { 'cache-control': 'no-store' } });
    const path = await feedOf(await pierce.person('PARENT', 'Noor'));
    const { status, headers, body } = await follow(path);
    expect([status, headers['content-type'], headers['cache-control'], headers['referrer-policy'], headers['x-robots-tag']]).toEqual([200, 'text/calendar; charset=utf-8', 'no-store', 'no-referrer', 'noindex, nofollow']);
    expect(body).toMatch(/^BEGIN:VCALENDAR\r\n[^]*END:VCALENDAR$/);
    expect(body).not.toMatch(/noor|pierce|foster|famil|child/i);
    expect((await follow(path, 'HEAD')).status).toBe(200);
    for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS']) expect((await follow(path, method)).status).toBe(405);
    expect((await follow(path)).status).toBe(200);
  });

  it('is answered alike when it opens nothing, whatever is wrong with it', async () => {
    const mira = await pierce.person('PARENT', 'Mira');
    const path = await feedOf(mira);
    const flipped = path.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A'));
    for (const wrong of [guess(), flipped, `${path}A`]) await expectRefused(wrong);
    expect((await follow(path.replace('calendar', 'stop'), 'POST')).status).toBe(404); // it is for nothing else
    expect((await follow(path)).status).toBe(200);
    await mira.get('mutation { revokeCalendarFeed }');
    await expectRefused(path);
  });

  it('ends with the way in of its person, and with the person, and stays ended', async () => {
    const shut = await pierce.person('PARENT', 'Shut');
    const coordinator = await pierce.person('COORDINATOR');
    const change = (name: 'disablePerson' | 'enablePerson'): Promise<unknown> =>
      coordinator.get(`mutation ($input: ${name === 'disablePerson' ? 'DisablePersonInput' : 'EnablePersonInput'}!) { ${name}(input: $input) { id } }`, { input: { personId: shut.personId } });
    const path = await feedOf(shut);
    await change('disablePerson');
    await eventually(async () => expect((await pierce.rows('select 1 from meetings.calendar_feed where person_id = $1 and revoked_at is not null', [shut.personId])).length).toBe(1));
    await expectRefused(path);
    await change('enablePerson');
    await eventually(async () => expect(await shut.get('{ myCalendarFeed { openedAt } }')).toEqual({ myCalendarFeed: null }));
    await expectRefused(path);

    const gone = await pierce.person('PARENT', 'Gone');
    const theirs = await feedOf(gone);
    const { id: erasureId } = await coordinator.do<{ id: string }>('mutation ($input: RequestErasureInput!) { requestErasure(input: $input) { id } }', { personId: gone.personId });
    await pierce.supervisor.get('mutation ($input: ConfirmErasureInput!) { confirmErasure(input: $input) { id } }', { input: { erasureId } });
    await coordinator.get('mutation ($input: CarryOutErasureInput!) { carryOutErasure(input: $input) { id } }', { input: { erasureId } });
    await eventually(async () => expect(await pierce.rows('select 1 from meetings.calendar_feed where person_id = $1', [gone.personId])).toEqual([]));
    await expectRefused(theirs);
  });

  it('is one of its county alone, and of none whose program is not open', async () => {
    const [here, there] = [await pierce.person('PARENT', 'Here'), await king.person('PARENT', 'There')];
    const [path, kings] = [await feedOf(here), await feedOf(there)];
    const [row] = await king.rows<Record<string, unknown>>('select county, token_hash from meetings.calendar_feed where person_id = $1', [there.personId]);
    await pierce.rows('update meetings.calendar_feed set county = $2, token_hash = $3 where person_id = $1', [here.personId, row!['county'], row!['token_hash']]);
    expect((await follow(kings)).status).toBe(200); // it is king's, and king alone is asked
    await expectRefused(path);
    await king.rows('update meetings.calendar_feed set county = $2 where person_id = $1', [there.personId, pierce.county.slug]);
    await expectRefused(kings);
    await king.rows('update meetings.calendar_feed set county = $2 where person_id = $1', [there.personId, king.county.slug]);

    const heard = async (code: string | undefined): Promise<void> => eventually(async () => expect((await world.askDirectly('meetings', king.supervisor, '{ __typename }')).errors[0]?.extensions?.code).toBe(code), { within: 10_000 });
    await suspendCounty(world.platform, king.county.slug);
    await heard('COUNTY_SUSPENDED');
    await expectRefused(kings);
    await resumeCounty(world.platform, king.county.slug);
    await heard(undefined);
    expect((await follow(kings)).status).toBe(200);
  }, 30_000);

  it('is read for nobody but the gateway', async () => {
    const path = await feedOf(await pierce.person('PARENT', 'Zahra'));
    const body = JSON.stringify({ token: tokenOf(path) });
    const ask = (headers: Record<string, string>): Promise<Response> => fetch(new URL('/calendars', world.subgraphs.get('meetings')!.url), { method: 'POST', body, headers: { 'content-type': 'application/json', ...headers } });
    expect((await ask({})).status).toBe(401);
    expect((await ask({ authorization: `Bearer ${await pierce.supervisor.token()}` })).status).toBe(401);
    expect((await ask({ [SIGNATURE_HEADER]: await world.signer.sign({ audience: 'identity', body }) })).status).toBe(401);
    const once = { [SIGNATURE_HEADER]: await world.signer.sign({ audience: 'meetings', body }) };
    expect(await (await ask(once)).json()).toEqual({ calendar: expect.stringContaining('BEGIN:VCALENDAR') });
    expect((await ask(once)).status).toBe(401);
  });

  it('is not there for a while, and works afterwards', async () => {
    const path = await feedOf(await pierce.person('PARENT', 'Ayan'));
    const port = await world.stopSubgraph('meetings');
    expect((await follow(path)).status).toBe(503);
    await world.startSubgraph(meetings, port);
    expect((await follow(path)).status).toBe(200);
  }, 30_000);

  it('stands in no log and in no database, only in the answer that opened it', async () => {
    const tokens = opened.map(tokenOf);
    expect(tokens.length).toBeGreaterThan(5);
    const tables = await pierce.rows<{ name: string }>(`select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname not in ('pg_catalog', 'information_schema')`);
    const rows = await pierce.rows<{ all: string | null }>(tables.map(({ name }) => `select string_agg(one::text, ' ') as all from ${name} one`).join(' union all '));
    const kept = [...logged, ...rows.map((row) => row.all ?? '')].join('\n');
    expect(kept.includes('calendar_feed') || kept.includes('CalendarFeed')).toBe(true); // so that what is searched is the right place
    expect(tokens.filter((token) => kept.includes(token) || kept.includes(token.slice(0, 40)))).toEqual([]);
  });
});
