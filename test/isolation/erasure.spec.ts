import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { schemaName } from '@fc/tenancy';
import { eventually, inHours, SharedWorld, type Actor, type TestCounty } from '@fc/testing';
import { serviceNames } from '../attack/every-service.ts';
import { mutation, planningFamily, type PlanningFamily } from './planning-family.ts';
import { isErased } from './erased-columns.ts';
import { tellsNothing, wordsThatStay } from './tells-nothing.ts';

const schemas = serviceNames.map(schemaName);
const erasure = '{ id status inServices { service doneAt kinds } }';

interface Erased {
  readonly id: string;
  readonly inServices: readonly { readonly service: string; readonly doneAt: string | null; readonly kinds: readonly string[] }[];
}

let world: SharedWorld;
let pierce: TestCounty;
let coordinator: Actor;

beforeAll(async () => {
  world = await SharedWorld.join('pierce');
  pierce = world.county('pierce');
  coordinator = await pierce.person('COORDINATOR');
}, 120_000);
afterAll(() => world?.stop());

/** A family of whom each service keeps some words, and each of these holds that one word. */
async function familyWith(word: string): Promise<PlanningFamily> {
  const family = await planningFamily(pierce, word);
  const { connectionId, planId, icebreakerId, people } = family;
  const [parent, child] = [people.parent, people.child];
  await coordinator.do(mutation('permitContact'), { personIds: [parent, people.caregiver], channels: ['IN_PERSON'], source: 'CASE_PLAN' });
  await coordinator.do(mutation('permitContact'), { personIds: [parent, child], channels: ['IN_PERSON'], source: 'CASE_PLAN' });
  await coordinator.do(mutation('addRelative'), { childIds: [child], givenName: word, familyName: 'Example', kinship: 'OTHER_RELATIVE', personId: parent });
  await coordinator.get(mutation('correctPerson'), { input: { personId: parent, familyName: `${word}-Example`, reason: `It was ${word}.` } });
  await coordinator.do(mutation('referToService'), { personId: parent, serviceName: `${word} clinic`, need: 'HOUSING' });
  await eventually(() => coordinator.do(mutation('scheduleVisit'), { planId, startsAt: inHours(30), minutes: 60, setting: 'NATURAL', place: `${word} park` }));
  await eventually(() => coordinator.do(mutation('scheduleIcebreaker'), { icebreakerId, scheduledFor: inHours(60), place: `${word} room`, facilitatorId: coordinator.personId, despiteOverlap: true }));
  await pierce.rows(`update meetings.preparation_waiver set reason = $2 where connection_id = $1`, [connectionId, `${word} knows them`]);
  return family;
}

/** The tables in which a word stands, whatever its case. */
async function whereIs(word: string): Promise<string[]> {
  const tables = await pierce.rows<{ name: string }>(`select table_schema || '.' || table_name as name from information_schema.tables where table_schema = any ($1) and table_type = 'BASE TABLE' order by 1`, [schemas]);
  const found: string[] = [];
  for (const { name } of tables) if ((await pierce.rows(`select 1 from ${name} row where row::text ilike $1 limit 1`, [`%${word}%`])).length > 0) found.push(name);
  return found;
}

async function erase(personId: string): Promise<string> {
  const { id: erasureId } = await coordinator.do<{ id: string }>(mutation('requestErasure'), { personId });
  await pierce.supervisor.get(mutation('confirmErasure'), { input: { erasureId } });
  await coordinator.get(mutation('carryOutErasure'), { input: { erasureId } });
  return erasureId;
}

const certificateOf = async (erasureId: string): Promise<Erased> => {
  const { erasures } = await coordinator.get<{ erasures: { nodes: Erased[] } }>(`{ erasures(first: 100) { nodes ${erasure} } }`);
  return erasures.nodes.find(({ id }) => id === erasureId)!;
};

describe('S83 the erasure of a person', () => {
  it('takes what every service keeps of them in words, leaves everybody else’s, and says in its certificate which service is done', async () => {
    const [gone, stays] = [await familyWith('Vanishing'), await familyWith('Remaining')];
    const wordy = ['family_time.family_time_visit', 'identity.correction', 'identity.person', 'identity.relative', 'meetings.icebreaker', 'meetings.preparation_waiver', 'support.resource_referral'];
    expect(await whereIs('Vanishing')).toEqual(expect.arrayContaining(wordy));
    const erasureId = await erase(gone.people.parent);
    await eventually(async () => expect((await certificateOf(erasureId)).inServices.map(({ doneAt }) => typeof doneAt)).toEqual(['string', 'string', 'string', 'string', 'string']), { within: 10_000 });
    const { inServices } = await certificateOf(erasureId);
    expect(inServices.map(({ service }) => service)).toEqual(['matching', 'meetings', 'family-time', 'support', 'outcomes']);
    expect(inServices.map(({ kinds }) => kinds.length > 0)).toEqual([true, true, true, true, false]);
    // What is left of the word is the child's and the caregiver's own name, who were not erased.
    expect(await whereIs('Vanishing')).toEqual(['identity.person']);
    expect(await pierce.rows(`select 1 from identity.person where id = $1 and given_name || family_name ilike '%vanishing%'`, [gone.people.parent])).toEqual([]);
    expect(await whereIs('Remaining')).toEqual(expect.arrayContaining(wordy));
    expect(await pierce.rows(`select languages from matching.known_person where id = $1`, [stays.people.parent])).not.toEqual([{ languages: [] }]);
    expect(await pierce.rows(`select languages from matching.known_person where id = $1`, [gone.people.parent])).toEqual([{ languages: [] }]);
  }, 90_000);

  it('is carried out again in every service when a restored backup has undone it', async () => {
    const { people, planId } = await familyWith('Restored');
    const erasureId = await erase(people.parent);
    const done = async (): Promise<boolean> => (await certificateOf(erasureId)).inServices.every(({ doneAt }) => doneAt !== null);
    await eventually(async () => expect(await done()).toBe(true), { within: 10_000 });

    // As a backup of the hour before brings it back: the ledger outside the county alone knows better.
    await pierce.rows(`delete from identity.erasure_report where person_id = $1`, [people.parent]);
    await pierce.rows(`update identity.relative set given_name = 'Restored' where person_id = $1`, [people.parent]);
    await pierce.rows(`update family_time.family_time_visit set place = 'Restored park' where plan_id = $1`, [planId]);
    await pierce.rows(`update identity.erasure set status = 'CONFIRMED' where id = $1`, [erasureId]);
    await world.askDirectly('identity', await pierce.clientToken('countyctl'), 'mutation { keepProtection { erasuresRepeated } }');
    await eventually(async () => expect(await done()).toBe(true), { within: 10_000 });
    expect(await whereIs('Restored')).toEqual(['identity.person']);
  }, 60_000);

  it('reaches every column that holds words: one that nobody has thought of is named here', async () => {
    const columns = await pierce.rows<{ name: string }>(
      `select columns.table_schema || '.' || columns.table_name || '.' || columns.column_name as name
         from information_schema.columns join information_schema.tables using (table_schema, table_name)
        where columns.table_schema = any ($1) and tables.table_type = 'BASE TABLE' and columns.data_type in ('text', 'jsonb', 'ARRAY')
          and not exists (
            select 1 from pg_constraint con join pg_attribute att on att.attrelid = con.conrelid and att.attnum = any (con.conkey)
             where con.contype = 'c' and con.conrelid = format('%I.%I', columns.table_schema, columns.table_name)::regclass and att.attname = columns.column_name)
        order by 1`,
      [schemas],
    );
    const unthought = columns.map(({ name }) => name).filter((name) => !isErased(name) && ![...tellsNothing, ...wordsThatStay].some((pattern) => pattern.test(name)));
    expect(unthought).toEqual([]);
    expect(columns.length).toBeGreaterThan(100);
  });
});
