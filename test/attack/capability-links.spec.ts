import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { resumeCounty, suspendCounty } from '@fc/countyctl';
import { MeetingsNotificationRequestedV1 } from '@fc/contracts';
import { newId, type Id } from '@fc/domain-kernel';
import { identity } from '@fc/identity';
import { ask, eventually, inHours, type Actor, type TestCounty } from '@fc/testing';
import { SIGNATURE_HEADER } from '@fc/auth';
import { World } from '@fc/testing/world';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

const logged: string[] = [];
const links: string[] = [];
let world: World;
let pierce: TestCounty;
let king: TestCounty;
let coordinator: Actor;
let number = 100;

beforeAll(async () => {
  world = await World.start({ counties: ['pierce', 'king'], subgraphs: [identity], log: (line) => logged.push(line) });
  [pierce, king] = [world.county('pierce'), world.county('king')];
  coordinator = await pierce.person('COORDINATOR');
}, 120_000);
afterAll(() => world?.stop());

interface Written {
  readonly person: Actor;
  /** The paths of the links in the message: `/l/stop/<token>`. */
  readonly stop: string;
  readonly read: string;
}

const tell = (actor: Actor, name: string, input: object, selection = '{ id }'): Promise<unknown> =>
  actor.get(`mutation ($input: ${name.charAt(0).toUpperCase()}${name.slice(1)}Input!) { ${name}(input: $input) ${selection} }`, { input });

/** Somebody who has asked for texts and mail, and has had one message by text. */
async function written(name: string, county = pierce): Promise<Written> {
  const person = await county.person('PARENT', name);
  const phone = `+12065550${(number += 1)}`;
  await tell(person, 'setContactDetails', { personId: person.personId, email: `${name.toLowerCase()}@mail.example.org`, phones: [{ number: phone, kind: 'MOBILE', safeToLeaveMessage: true }] });
  await tell(person, 'setNotificationPreferences', { methods: ['TEXT', 'MAIL'], quietFrom: '00:00', quietTo: '00:00' }, '{ methods }');
  await county.say(MeetingsNotificationRequestedV1, { notificationId: newId<'Notification'>(), personId: person.personId as Id<'Person'>, template: 'APPOINTMENT_PLANNED', at: inHours(48), expiresAt: inHours(48) });
  return eventually(async () => {
    // It leaves a moment before what was done is committed.
    expect(await county.rows(`select 1 from identity.capability_link where person_id = $1`, [person.personId])).toHaveLength(2);
    const text = (await world.outgoing()).find(({ to }) => to === phone)?.text ?? '';
    const [stop, read] = ['stop', 'read'].map((door) => new RegExp(`https://api\\.example\\.org(/l/${door}/[\\w-]{64})(?![\\w-])`).exec(text)?.[1]);
    if (!stop || !read) throw new Error('There is no message with links yet.');
    links.push(stop, read);
    return { person, stop, read };
  });
}

interface Answer {
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly body: string;
}

/** What somebody gets who is not signed in. */
async function open(path: string, method = 'POST', body?: string): Promise<Answer> {
  const response = await fetch(new URL(path, world.gateway.url), { method, ...(body !== undefined && { body, headers: { 'content-type': 'application/x-www-form-urlencoded' } }) });
  const { date: _now, ...headers } = Object.fromEntries(response.headers);
  return { status: response.status, headers, body: await response.text() };
}

const wishes = async ({ person }: Written): Promise<unknown> => (await person.get<{ myNotificationPreferences: { methods: string[] } }>('{ myNotificationPreferences { methods } }')).myNotificationPreferences.methods;
const sent = 'query ($personId: UUID!) { sentNotifications(personId: $personId) { template readAt } }';
const readAt = async (by: Actor, { person: { personId } }: Written): Promise<unknown> => (await by.get<{ sentNotifications: { readAt: string | null }[] }>(sent, { personId })).sentNotifications[0]?.readAt;
const guess = (door: string): string => `/l/${door}/${randomBytes(48).toString('base64url')}`;

/** The one answer to every link that cannot be used. */
let refusal: Answer;
const expectRefused = async (path: string): Promise<void> => expect(await open(path)).toEqual(refusal);

describe('a link in a message', () => {
  it('does the one thing that it is for, without signing in', async () => {
    refusal = await open(guess('stop'));
    expect(refusal.status).toBe(404);
    const noor = await written('Noor');
    expect(await wishes(noor)).toEqual(['TEXT', 'MAIL']);
    expect(await readAt(coordinator, noor)).toBeNull();
    expect(await open(noor.read)).toMatchObject({ status: 200, body: expect.stringContaining('Gracias') });
    expect(await readAt(coordinator, noor)).toEqual(expect.any(String));
    expect(await wishes(noor)).toEqual(['TEXT', 'MAIL']);
    // As a mail program does it by its own button.
    expect(await open(noor.stop, 'POST', 'List-Unsubscribe=One-Click')).toMatchObject({ status: 200, body: expect.stringContaining('We will not write to you this way') });
    expect(await wishes(noor)).toEqual(['MAIL']);
    const trail = await pierce.rows(`select action, outcome, person, actor_kind from identity.audit_entry where actor_kind = 'capability-link' order by sequence`);
    expect(trail).toEqual(['confirmReadByLink', 'stopMessagesByLink'].map((action) => ({ action, outcome: 'DONE', person: null, actor_kind: 'capability-link' })));
  });

  it('tells nobody else what was written to whom', async () => {
    const lena = await written('Lena');
    expect(await readAt(lena.person, lena)).toBeNull();
    const stranger = await pierce.person('PARENT', 'Stranger');
    expect((await stranger.ask(sent, { personId: lena.person.personId })).errors[0]?.extensions?.code).toBe('NOT_FOUND');
  });

  it('does nothing when it is only opened, as the scanners of mail programs do', async () => {
    const mira = await written('Mira');
    for (const path of [mira.stop, mira.read, guess('stop')]) {
      expect(await open(path, 'GET')).toMatchObject({ status: 200, body: expect.stringContaining('<form method="post">') });
      expect((await open(path, 'HEAD')).status).toBe(200);
      for (const method of ['PUT', 'DELETE', 'OPTIONS']) expect((await open(path, method)).status).toBe(405);
    }
    expect([await wishes(mira), await readAt(coordinator, mira)]).toEqual([['TEXT', 'MAIL'], null]);
    expect((await open(mira.stop)).status).toBe(200);
    expect(await wishes(mira)).toEqual(['MAIL']);
  });

  it('works once, however many use it at the same time', async () => {
    const luz = await written('Luz');
    const answers = await Promise.all(Array.from({ length: 5 }, () => open(luz.stop)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 404, 404, 404, 404]);
    await tell(luz.person, 'setNotificationPreferences', { methods: ['TEXT', 'MAIL'] }, '{ methods }');
    await expectRefused(luz.stop);
    expect(await wishes(luz)).toEqual(['TEXT', 'MAIL']);
  });
});

describe('a link that cannot be used', () => {
  it('is answered alike, whatever is wrong with it', async () => {
    const omid = await written('Omid');
    await pierce.rows(`update identity.capability_link set expires_at = now() - interval '1 second' where person_id = $1 and purpose = 'CONFIRM_READ'`, [omid.person.personId]);
    const flipped = omid.stop.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A'));
    for (const path of [guess('stop'), flipped, omid.stop.replace('stop', 'read'), omid.read, `${omid.stop}A`, '/l/stop/', '/l/other/x']) await expectRefused(path);
    expect([await wishes(omid), await readAt(coordinator, omid)]).toEqual([['TEXT', 'MAIL'], null]);
    expect((await open(omid.stop)).status).toBe(200);
  });

  it('ends with the way in, with the address that it was sent to, and with the person', async () => {
    const [shut, moved, gone] = [await written('Shut'), await written('Moved'), await written('Gone')];
    await tell(coordinator, 'disablePerson', { personId: shut.person.personId });
    await expectRefused(shut.stop);
    await tell(coordinator, 'enablePerson', { personId: shut.person.personId });
    await expectRefused(shut.stop);
    await eventually(async () => expect(await wishes(shut)).toEqual(['TEXT', 'MAIL'])); // the way in follows by an event

    const number = (last: string): object => ({ personId: moved.person.personId, phones: [{ number: `+1206555019${last}`, kind: 'MOBILE', safeToLeaveMessage: true }] });
    await tell(coordinator, 'setContactDetails', { personId: moved.person.personId, email: 'another@mail.example.org' });
    expect((await open(moved.read)).status).toBe(200); // it came by text
    await tell(coordinator, 'setContactDetails', number('1'));
    await expectRefused(moved.stop);

    const { id: erasureId } = await coordinator.do<{ id: string }>('mutation ($input: RequestErasureInput!) { requestErasure(input: $input) { id } }', { personId: gone.person.personId });
    await tell(pierce.supervisor, 'confirmErasure', { erasureId });
    await tell(coordinator, 'carryOutErasure', { erasureId });
    await expectRefused(gone.stop);
    expect(await pierce.rows(`select 1 from identity.capability_link where person_id = $1`, [gone.person.personId])).toEqual([]);
  });

  it('is one of a county whose program is not open', async () => {
    const waits = await written('Waits', king);
    const heard = (code: string | undefined): Promise<void> =>
      eventually(async () => {
        expect((await world.askDirectly('identity', king.supervisor, '{ __typename }')).errors[0]?.extensions?.code).toBe(code);
        expect((await king.supervisor.ask('{ me { id } }')).errors[0]?.extensions?.code).toBe(code); // the gateway looks at the registry by itself
      }, { within: 10_000 });
    await suspendCounty(world.platform, king.county.slug);
    await heard('COUNTY_SUSPENDED');
    await expectRefused(waits.stop);
    await resumeCounty(world.platform, king.county.slug);
    await heard(undefined);
    expect((await open(waits.stop)).status).toBe(200);
  }, 30_000);

  it('is one of another county, even where its row was copied to', async () => {
    const [here, there] = [await written('Here'), await written('There', king)];
    const columns = 'id, token_hash, county, person_id, purpose, notification_id, method, expires_at, uses, revoked_at, version';
    const [row] = await king.rows<Record<string, unknown>>(`select ${columns} from identity.capability_link where person_id = $1 and purpose = 'STOP_MESSAGES'`, [there.person.personId]);
    await pierce.rows(`insert into identity.capability_link (${columns}) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`, Object.values({ ...row, person_id: here.person.personId }));
    expect((await open(there.stop)).status).toBe(200); // it is king's, and king alone is asked
    expect([await wishes(here), await wishes(there)]).toEqual([['TEXT', 'MAIL'], ['MAIL']]);
    await pierce.rows(`update identity.capability_link set county = $2 where person_id = $1 and purpose = 'STOP_MESSAGES' and county = $3`, [here.person.personId, king.county.slug, pierce.county.slug]);
    await expectRefused(here.stop);
    expect((await open(here.read)).status).toBe(200);
  });
});

describe('the page of a link', () => {
  it('is kept by nobody, told to no other site, and names nobody', async () => {
    const farid = await written('Farid');
    for (const { headers, body } of [await open(farid.stop, 'GET'), await open(farid.stop), refusal]) {
      expect(headers).toMatchObject({ 'referrer-policy': 'no-referrer', 'cache-control': 'no-store', 'x-robots-tag': 'noindex, nofollow', 'x-content-type-options': 'nosniff' });
      expect(headers['content-security-policy']).toMatch(/^default-src 'none'; style-src 'sha256-[^']+'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'$/);
      expect(headers['set-cookie']).toBeUndefined();
      expect(body).not.toMatch(/farid|pierce|foster|child|family time|case\b|court|niñ|crianza|http/i);
      for (const path of links) expect(body).not.toContain(path.split('/').at(-1));
    }
  });
});

describe('identity’s own door for links', () => {
  const follow = async (path: string, headers: Record<string, string>, body = JSON.stringify({ purpose: 'STOP_MESSAGES', token: path.split('/').at(-1) })): Promise<Response> =>
    fetch(new URL('/links', world.subgraphs.get('identity')!.url), { method: 'POST', body, headers: { 'content-type': 'application/json', ...headers } });

  it('opens to nobody but the gateway', async () => {
    const zahra = await written('Zahra');
    const body = JSON.stringify({ purpose: 'STOP_MESSAGES', token: zahra.stop.split('/').at(-1) });
    const signed = (audience: string, what = body): Promise<string> => world.signer.sign({ audience, body: what });
    expect((await follow(zahra.stop, {})).status).toBe(401);
    expect((await follow(zahra.stop, { authorization: `Bearer ${await pierce.supervisor.token()}` })).status).toBe(401);
    expect((await follow(zahra.stop, { [SIGNATURE_HEADER]: await signed('meetings') })).status).toBe(401);
    expect((await follow(zahra.stop, { [SIGNATURE_HEADER]: await signed('identity', '{}') })).status).toBe(401);
    expect(await wishes(zahra)).toEqual(['TEXT', 'MAIL']);
    const once = { [SIGNATURE_HEADER]: await signed('identity') };
    expect(await (await follow(zahra.stop, once)).json()).toEqual({ done: true });
    expect((await follow(zahra.stop, once)).status).toBe(401);
    expect(await wishes(zahra)).toEqual(['MAIL']);
    // What opens links opens no graph.
    const question = JSON.stringify({ query: '{ __typename }', variables: {} });
    expect((await ask(world.subgraphs.get('identity')!.url, { [SIGNATURE_HEADER]: await signed('identity', question) }, '{ __typename }', {})).errors[0]?.extensions?.code).toBe('UNAUTHENTICATED');
  });

  it('is not there for a while, and the link works afterwards', async () => {
    const ayan = await written('Ayan');
    const port = await world.stopSubgraph('identity');
    expect(await open(ayan.stop)).toMatchObject({ status: 503, body: expect.stringContaining('nothing was changed') });
    await world.startSubgraph(identity, port);
    expect((await open(ayan.stop)).status).toBe(200);
  }, 30_000);
});

describe('tokens of links', () => {
  it('stand in no log and in no database, only in the message', async () => {
    const tokens = links.map((path) => path.split('/').at(-1)!);
    expect(tokens.length).toBeGreaterThan(10);
    expect(logged.length).toBeGreaterThan(50);
    const tables = await pierce.rows<{ name: string }>(`select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname not in ('pg_catalog', 'information_schema')`);
    const rows = await pierce.rows<{ all: string | null }>(tables.map(({ name }) => `select string_agg(one::text, ' ') as all from ${name} one`).join(' union all '));
    const kept = [...logged, ...rows.map((row) => row.all ?? '')].join('\n');
    expect(kept.includes('capability-link')).toBe(true); // so that what is searched is the right place
    expect(tokens.filter((token) => kept.includes(token) || kept.includes(token.slice(0, 40)))).toEqual([]);
  });

  it('are guessed at only so often from one address, whatever it says of itself', async () => {
    const last = await written('Last');
    const answers: Answer[] = [];
    // Until the door is shut for some time yet: the minute may have begun long before.
    for (let shut = 0; shut <= 10 && answers.length < 150; ) {
      answers.push(await open(guess('stop')));
      shut = Number(answers.at(-1)?.headers['retry-after'] ?? 0);
      if (shut > 0 && shut <= 10) await sleep(1_000 * shut + 50);
    }
    expect(answers.at(-1)).toMatchObject({ status: 429, body: expect.stringContaining('Please try again') });
    expect(answers.filter(({ status }) => status === 404).length).toBeLessThanOrEqual(60);
    const elsewhere = await fetch(new URL(guess('read'), world.gateway.url), { method: 'POST', headers: { 'x-forwarded-for': '203.0.113.7' } });
    expect([elsewhere.status, Number(elsewhere.headers.get('retry-after')) > 0]).toEqual([429, true]);
    expect((await open(last.stop)).status).toBe(429); // a good link is told apart by nobody
    expect(await wishes(last)).toEqual(['TEXT', 'MAIL']);
    expect((await open(last.stop, 'GET')).status).toBe(200);
  }, 60_000);
});
