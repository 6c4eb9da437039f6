import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { MeetingsNotificationRequestedV1 } from '@fc/contracts';
import { exportCounty } from '@fc/countyctl';
import { newId, type Id } from '@fc/domain-kernel';
import { createLogger } from '@fc/runtime';
import { eventually, inHours, type Actor, type TestCounty } from '@fc/testing';
import { World } from '@fc/testing/world';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { everyService } from '../attack/every-service.ts';
import { TypedWords } from '../journeys/typed-words.ts';
import { planningFamily } from './planning-family.ts';
import { sampleArguments } from './sample-input.ts';
import { documentFor, rootFields, type RootField } from './schema-fields.ts';
import { filesOf, streamOf, tablesOf, type Surface } from './surfaces.ts';
import { idsIn, wholeCounty, type WholeCounty } from './whole-county.ts';

/** Stands in what is typed in the county beside. */
const neighbourly = 'Zebulon';

const typed = new TypedWords();
const lines: string[] = [];
let world: World;
let king: WholeCounty;
let pierce: TestCounty;
let exportsTo: string;
let taking: { to: string; by: string; reason: string };

beforeAll(async () => {
  world = await World.start({ counties: ['king', 'pierce'], subgraphs: everyService, log: (line) => lines.push(line) });
  exportsTo = await mkdtemp(join(tmpdir(), 'fc-export-'));
  taking = { to: exportsTo, by: 'Olivia Operator', reason: 'The county asks for its record.' };
  pierce = world.county('pierce');
  await pierce.person('COORDINATOR'); // who is called as their role is, which is no word of anybody’s
  await typed.during(async () => {
    [king] = await Promise.all([wholeCounty(world, world.county('king'), pierce), planningFamily(pierce, neighbourly)]);
    await tellSomebody(king);
    await typeEverywhere();
  });
}, 240_000);
afterAll(async () => {
  await world?.stop();
  await rm(exportsTo, { recursive: true, force: true });
});

/** A message goes out to somebody who asked for it, at an address that was typed. */
async function tellSomebody({ county, people }: WholeCounty): Promise<void> {
  const person = await county.person('PARENT', 'Marisol');
  const setContactDetails = 'mutation ($input: SetContactDetailsInput!) { setContactDetails(input: $input) { id } }';
  const setPreferences = 'mutation ($input: SetNotificationPreferencesInput!) { setNotificationPreferences(input: $input) { methods } }';
  await people[0]!.get(setContactDetails, { input: { personId: person.personId, email: 'marisol@mail.example.org', phones: [] } });
  await person.get(setPreferences, { input: { methods: ['MAIL'], quietFrom: '00:00', quietTo: '00:00' } });
  await county.say(MeetingsNotificationRequestedV1, { notificationId: newId<'Notification'>(), personId: person.personId as Id<'Person'>, template: 'APPOINTMENT_PLANNED', at: inHours(48), expiresAt: inHours(48) });
}

/** A word of its own wherever any query or mutation takes one, and then also where it wants an id, a time or a word of a list. */
async function typeEverywhere(): Promise<void> {
  const [coordinator, parent] = [king.people[0]!, king.people.find(({ signIn }) => signIn.username.startsWith('noor'))!];
  let number = 1_000_000; // no word begins as another one does
  const filled = (field: RootField, places: RegExp): object => JSON.parse(JSON.stringify(sampleArguments(field, king.idsFor)).replaceAll(places, () => `"Quillon ${(number += 1)}"`)) as object;
  for (const field of [...rootFields('Query'), ...rootFields('Mutation')]) {
    const asks: [Actor, RegExp][] = [[coordinator, /"Example"/g], [parent, /"Example"/g], [parent, /"[^"]*"(?=[,}\]])/g]];
    await Promise.all(asks.map(([actor, places]) => actor.ask(documentFor(field, 0), filled(field, places))));
  }
}

/** The places where a word stands that does not belong there; a password, a token or a signature belongs nowhere. */
function leaksIn(surfaces: readonly Surface[], secrets: Iterable<string> = typed.secrets): string[] {
  return surfaces.flatMap(({ place, text, words = '' }) => [...typed.in(text), ...typed.in(words, secrets)].map((word) => `${place}: ${word}`));
}

/** The places that know anything of a county: its slug, an id of its database, or a word that was typed there. */
const knowing = (surfaces: readonly Surface[], { slug, ids, word }: { slug: string; ids: ReadonlySet<string>; word: RegExp }): string[] =>
  surfaces.filter(({ text, words = '' }) => [text, words].some((all) => all.includes(slug) || word.test(all) || idsIn(all).some((id) => ids.has(id)))).map(({ place }) => place);

const databaseOf = (county: TestCounty): Promise<Surface[]> => tablesOf((sql, parameters) => county.rows(sql, parameters));
const stateDatabase = (): Promise<Surface[]> => tablesOf((sql, parameters) => world.stateRows(sql, parameters));
/** Messages are what people are told; the secrets of programs belong to the secrets. */
const platformFiles = (): Promise<Surface[]> => filesOf(dirname(world.platform.secretsDirectory), (path) => /^(secrets|outgoing)\//.test(path));
const idsOf = (surfaces: readonly Surface[]): Set<string> => new Set(surfaces.flatMap(({ text, words = '' }) => idsIn(text + words)));

describe('what was typed in a county', () => {
  it('was much: names, numbers, addresses, free text, passwords, tokens and signatures', () => {
    expect(typed.words.size).toBeGreaterThan(300);
    expect(typed.secrets.size).toBeGreaterThan(100);
    expect([...typed.words]).toEqual(expect.arrayContaining(['Noor', '+12065550123', 'She is afraid that they forget her.']));
  });

  it('stands in no column of any table that is not there for words: no audit entry, no event, no idempotency key', async () => {
    const tables = await databaseOf(king.county);
    const filled = tables.filter(({ text }) => text.length > 0).map(({ place }) => place);
    expect(filled).toEqual(expect.arrayContaining(everyService.flatMap(({ schema: { service } }) => ['audit_entry', 'inbox_event', 'access_account'].map((table) => `${service.replaceAll('-', '_')}.${table}`))));
    expect(filled).toEqual(expect.arrayContaining(['identity.idempotency_key', 'meetings.idempotency_key', 'identity.notification']));
    expect(leaksIn(tables)).toEqual([]);
  }, 60_000);

  it('stands in no table of the state', async () => {
    expect(leaksIn(await stateDatabase())).toEqual([]);
  });

  it('is published in no event: neither in its subject nor in its headers nor in what it says', async () => {
    const events = await streamOf(king.county);
    expect(events.length).toBeGreaterThan(100);
    expect(leaksIn(events)).toEqual([]);
    const subject = new RegExp(`^event county\\.${king.county.county.slug}\\.[a-z-]+\\.[a-z-]+\\.v\\d+$`);
    expect(events.slice(1).filter(({ place }) => !subject.test(place))).toEqual([]);
  }, 60_000);

  it('names no file of the platform, and stands in none but those of secrets and messages', async () => {
    await eventually(async () => expect((await world.outgoing()).map(({ to }) => to)).toContain('marisol@mail.example.org'));
    const files = await platformFiles();
    expect(files.map(({ place }) => place)).toEqual(expect.arrayContaining(['registry.jws', 'identity.registry.jws', expect.stringMatching(/^outgoing\/.+\.mail\.json$/)]));
    expect(leaksIn(files, [])).toEqual([]);
  });

  it('names no file of an export, which holds words and nothing that opens a door', async () => {
    const { directory } = await exportCounty(world.platform, king.county.county.slug, taking);
    const files = await filesOf(directory, (path) => path.endsWith('.jsonl'));
    expect(files.length).toBeGreaterThan(100);
    expect(leaksIn(files)).toEqual([]);
    expect(leaksIn(await filesOf(exportsTo, () => true))).toEqual([]);
    expect(files.some(({ words }) => words?.includes('She is afraid that they forget her.'))).toBe(true);
  }, 60_000);

  it('stands in nobody’s calendar outside', async () => {
    const calendars = await Promise.all(
      king.people.map(async (actor): Promise<Surface> => {
        const { data } = await actor.ask<{ openCalendarFeed: { url: string } }>('mutation ($input: OpenCalendarFeedInput!) { openCalendarFeed(input: $input) { url } }', { input: { idempotencyKey: crypto.randomUUID() } });
        const feed = await fetch(new URL(new URL(data!.openCalendarFeed.url).pathname, world.gateway.url));
        return { place: `the calendar of ${actor.signIn.username}`, text: `${JSON.stringify([...feed.headers])}\n${await feed.text()}` };
      }),
    );
    expect(calendars.some(({ text }) => text.includes('BEGIN:VEVENT'))).toBe(true);
    expect(leaksIn(calendars)).toEqual([]);
    expect(knowing(calendars, { slug: king.county.county.slug, ids: new Set(king.people.map(({ personId }) => personId)), word: new RegExp(king.county.county.name) })).toEqual([]);
  });

  it('is told back in no error, whatever was wrong with it', () => {
    expect(typed.errors.length).toBeGreaterThan(200);
    expect(leaksIn([...new Set(typed.errors)].map((text) => ({ place: text, text })))).toEqual([]);
  });

  it('is logged by nobody', () => {
    expect(lines.length).toBeGreaterThan(200);
    expect(leaksIn([{ place: 'the log', text: lines.join('\n') }])).toEqual([]);
  });
});

describe('nothing of one county', () => {
  it('stands in another: not in its database, its stream, its export or the lines that are logged for it', async () => {
    const counties = await Promise.all(
      [king.county, pierce].map(async (county) => {
        const { slug } = county.county;
        const database = await databaseOf(county);
        const surfaces = [...database, ...(await streamOf(county)), { place: 'the log', text: lines.filter((line) => line.includes(slug)).join('\n') }];
        const { directory } = await exportCounty(world.platform, slug, taking);
        return { surfaces: [...surfaces, ...(await filesOf(directory, () => true))], signs: { slug, ids: idsOf(database), word: county === pierce ? new RegExp(neighbourly) : /Noor|Quillon/ } };
      }),
    );
    const [ofKing, ofPierce] = counties as [(typeof counties)[0], (typeof counties)[0]];
    expect([ofKing.signs.ids.size > 500, ofPierce.signs.ids.size > 100]).toEqual([true, true]);
    expect(knowing(ofKing.surfaces, ofPierce.signs)).toEqual([]);
    expect(knowing(ofPierce.surfaces, ofKing.signs)).toEqual([]);
  }, 120_000);
});

describe('who looks for words', () => {
  it('finds each kind in each place: planted by hand, every one is seen', async () => {
    const { county } = king;
    const { slug } = county.county;
    const [token] = typed.secrets;
    await county.rows('create table support.note_to_self (text text)'); // nobody has thought of this one
    await county.rows(`insert into support.note_to_self values ('call Noor')`);
    await county.rows(`insert into identity.idempotency_key (principal, mutation, key, input_hash) values ('user', 'x', 'x', '+12065550123')`);
    await county.rows(`set search_path to meetings; insert into audit_entry (outcome, action, actor_kind, roles, records, correlation_id) values ('DONE', 'x', 'user', '{}', '["She is afraid that they forget her."]', 'x'); reset search_path`);
    await county.rows(`insert into identity.event_log (sequence, event_id, subject, envelope, emitted_at) values (0, gen_random_uuid(), 'x', jsonb_build_object('data', $1::text), now())`, [`mail ${king.people[0]!.signIn.username}`]);
    await county.rows(`update identity.person set family_name = $2 where id = $1`, [king.people[0]!.personId, token]);
    expect(leaksIn(await databaseOf(county))).toEqual(
      expect.arrayContaining(['support.note_to_self: Noor', 'identity.idempotency_key: +12065550123', 'meetings.audit_entry: She is afraid that they forget her.', `identity.event_log: ${king.people[0]!.signIn.username}`, `identity.person: ${token}`]),
    );

    (await county.nats()).publish(`county.${slug}.identity.Noor.v1`, '{}');
    (await county.nats()).publish(`county.${slug}.identity.planted.v1`, JSON.stringify({ note: 'She is afraid that they forget her.' }));
    await (await county.nats()).flush();
    expect(leaksIn(await streamOf(county))).toEqual([`event county.${slug}.identity.Noor.v1: Noor`, `event county.${slug}.identity.planted.v1: She is afraid that they forget her.`]);

    await writeFile(join(dirname(world.platform.secretsDirectory), 'Noor.txt'), '+12065550123');
    expect(leaksIn(await platformFiles(), []).sort()).toEqual(['Noor.txt: +12065550123', 'Noor.txt: Noor']);

    const [id] = idsOf(await databaseOf(pierce));
    const signs = { slug: pierce.county.slug, ids: new Set([id!]), word: new RegExp(neighbourly) };
    for (const text of [`{"id":"${id}"}`, `county.${pierce.county.slug}.x`, `${neighbourly} was here`]) expect(knowing([{ place: 'here', text }], signs)).toEqual(['here']);

    createLogger('planted', 'info', { write: (line) => lines.push(line) }).info({ note: token }, 'somebody was careless');
    expect(leaksIn([{ place: 'the log', text: lines.join('\n') }])).toEqual([`the log: ${token}`]);
  }, 60_000);
});
