import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually, inHours, SharedWorld, type TestCounty } from '@fc/testing';
import { mutation, planningFamily, type PlanningFamily } from './planning-family.ts';

let world: SharedWorld;
let king: TestCounty;
let family: PlanningFamily;
/** What has been planned so far: nothing that is planned comes near another. */
let planned = 0;

beforeAll(async () => {
  world = await SharedWorld.join('king');
  king = world.county('king');
  family = await planningFamily(king, 'Merged');
  const { parent, caregiver, child } = family.people;
  for (const other of [caregiver, child]) await rule('permitContact', parent, other);
}, 120_000);
afterAll(() => world?.stop());

const made = <Result = { id: string }>(name: string, input: object): Promise<Result> => family.coordinator.do<Result>(mutation(name), input);
const told = (name: string, input: object): Promise<object> => family.coordinator.get(mutation(name), { input });
/** Meetings and family time have heard of every rule that identity has said of that person. */
const settled = (personId: string): Promise<void> =>
  eventually(async () => {
    const rules = (service: string): Promise<object[]> => king.rows(`select id, ends_at from ${service}.contact_rule where $1 in (first_person_id, second_person_id) order by id`, [personId]);
    const known = await rules('identity');
    expect(known.length).toBeGreaterThan(0);
    for (const service of ['meetings', 'family_time']) expect(await rules(service)).toEqual(known);
  });
async function rule(name: 'permitContact' | 'prohibitContact', one: string, other: string): Promise<string> {
  const { id } = await made(name, { personIds: [one, other], channels: ['IN_PERSON'], source: 'CASE_PLAN', from: inHours(-1) });
  await settled(one);
  return id;
}

/** A relative without an account, who may be with the child and the caregiver. */
async function relative(name: string, permitted = true): Promise<string> {
  const text = `record_type,external_id,given_name,family_name,roles\nPERSON,merged-${name},${name},Example,RELATIVE\n`;
  const report = await family.coordinator.do<{ lines: { nodes: { recordId: string }[] } }>(mutation('importCaseData', '{ lines(first: 1) { nodes { recordId } } }'), { sourceSystem: 'Statewide', format: 'CSV', dryRun: false, text });
  const id = report.lines.nodes[0]!.recordId;
  for (const other of permitted ? [family.people.child, family.people.caregiver] : []) await rule('permitContact', id, other);
  return id;
}

const visit = (personId: string): Promise<string> => made('scheduleVisit', { planId: family.planId, startsAt: inHours((planned += 4)), minutes: 60, place: 'Here', setting: 'NATURAL', relativeIds: [personId] }).then(({ id }) => id);
/** One of each that can name a relative, with that one. */
async function planWith(personId: string): Promise<Record<'family_time.family_time_visit' | 'meetings.connections_meeting' | 'meetings.family_meeting', string>> {
  const where = { connectionId: family.connectionId, place: 'Here', setting: 'COMMUNITY', relativeIds: [personId] };
  return {
    'family_time.family_time_visit': await visit(personId),
    'meetings.connections_meeting': (await made('scheduleConnectionsMeeting', { ...where, scheduledFor: inHours((planned += 4)) })).id,
    'meetings.family_meeting': (await made('planFamilyMeeting', { ...where, purpose: 'SUPPORT', scheduledFor: inHours((planned += 4)) })).id,
  };
}
const standing = async (plans: Record<string, string>): Promise<string[]> => Promise.all(Object.entries(plans).map(async ([table, id]) => (await king.rows<{ status: string }>(`select status from ${table} where id = $1`, [id]))[0]!.status));
const standsAs = (plans: Record<string, string>, ...statuses: string[]): Promise<void> => eventually(async () => expect(await standing(plans)).toEqual(statuses));
const merge = async (survivorId: string, duplicateId: string): Promise<string> => {
  const { id } = await made('mergePeople', { survivorId, duplicateId, reason: 'Same aunt.' });
  for (const each of [survivorId, duplicateId]) await settled(each);
  return id;
};
const limit = (personId: string): Promise<{ id: string }[]> => made<{ id: string }[]>('setCasePlanLimit', { childIds: [family.people.child], personId, channels: ['CALL'] });

describe('what is planned with one record of a person', () => {
  it('R78 S83 is suspended by the merge where the other record is under a prohibition, in whichever direction the two are merged', async () => {
    for (const direction of ['the plan names the duplicate', 'the plan names the survivor'] as const) {
      const named = await relative(`Planned ${direction}`);
      const forbidden = await relative(`Forbidden ${direction}`, false);
      const plans = await planWith(named);
      for (const other of [family.people.child, family.people.caregiver]) await rule('prohibitContact', forbidden, other);
      expect(await standing(plans)).toEqual(['PLANNED', 'SCHEDULED', 'SCHEDULED']);
      const mergeId = direction === 'the plan names the duplicate' ? await merge(forbidden, named) : await merge(named, forbidden);
      await standsAs(plans, 'SUSPENDED', 'SUSPENDED', 'SUSPENDED');
      for (const record of [named, forbidden]) await expect(visit(record)).rejects.toMatchObject({ code: 'CONTACT_NOT_POSSIBLE' });
      // What was joined is taken back, and what was suspended does not come back by itself.
      await told('unmergePeople', { mergeId });
      for (const each of [named, forbidden]) await settled(each);
      expect(await standing({ 'family_time.family_time_visit': await visit(named) })).toEqual(['PLANNED']);
      await expect(visit(forbidden)).rejects.toMatchObject({ code: 'CONTACT_NOT_POSSIBLE' });
      expect(await standing(plans)).toEqual(['SUSPENDED', 'SUSPENDED', 'SUSPENDED']);
    }
  });

  it('R78 S83 follows what is said of the person after the merge: a prohibition, its end, and the end of a permission', async () => {
    const [survivor, duplicate] = [await relative('Lena'), await relative('Lenna')];
    const plans = await planWith(duplicate);
    const mergeId = await merge(survivor, duplicate);
    const { child } = family.people;
    await visit(duplicate);
    expect(await standing(plans)).toEqual(['PLANNED', 'SCHEDULED', 'SCHEDULED']);
    for (const other of [child, family.people.caregiver]) await rule('prohibitContact', survivor, other);
    await standsAs(plans, 'SUSPENDED', 'SUSPENDED', 'SUSPENDED');
    await expect(visit(duplicate)).rejects.toMatchObject({ code: 'CONTACT_NOT_POSSIBLE' });
    const rules = async (kind: string): Promise<{ id: string }[]> =>
      (await family.coordinator.get<{ contactRules: { id: string; kind: string; to: string | null }[] }>('query ($ids: [UUID!]!) { contactRules(personIds: $ids) { id kind to } }', { ids: [duplicate, child] })).contactRules.filter((one) => one.kind === kind && !one.to);
    // Each is shown once, and ends for both.
    const prohibitions = await rules('PROHIBITION');
    expect(prohibitions).toHaveLength(1);
    await told('endContactRule', { ruleId: prohibitions[0]!.id });
    await settled(duplicate);
    const again = await visit(duplicate);
    const permissions = await rules('PERMISSION');
    expect(permissions).toHaveLength(2);
    for (const { id } of permissions) await told('endContactRule', { ruleId: id });
    await standsAs({ 'family_time.family_time_visit': again }, 'SUSPENDED');
    await expect(visit(duplicate)).rejects.toMatchObject({ code: 'CONTACT_NOT_POSSIBLE' });
    // Of a prohibition that came in between nobody can know whose it is.
    await rule('prohibitContact', survivor, child);
    await told('unmergePeople', { mergeId });
    for (const each of [survivor, duplicate]) {
      await rule('permitContact', each, child);
      await expect(visit(each)).rejects.toMatchObject({ code: 'CONTACT_NOT_POSSIBLE' });
    }
  });

  it('S83 goes on where nothing forbids the other record, through the merge and its undoing', async () => {
    const [survivor, duplicate] = [await relative('Nadia'), await relative('Nadja')];
    const plans = { 'family_time.family_time_visit': await visit(duplicate) };
    const mergeId = await merge(survivor, duplicate);
    await told('unmergePeople', { mergeId });
    for (const each of [survivor, duplicate]) await settled(each);
    expect(await standing(plans)).toEqual(['PLANNED']);
  });

  it('R44 S83 stays within what the case plan sets for the person, whichever record it names', async () => {
    const [survivor, duplicate] = [await relative('Mira'), await relative('Mirra')];
    await merge(survivor, duplicate);
    await made('addRelative', { childIds: [family.people.child], givenName: 'Mira', familyName: 'Example', kinship: 'AUNT_OR_UNCLE', personId: survivor });
    await visit(duplicate);
    const [{ id: limitId } = { id: '' }] = await limit(duplicate);
    await eventually(async () => expect(await king.rows(`select 1 from family_time.case_plan_limit where person_id = any ($1)`, [[survivor, duplicate]])).toHaveLength(2));
    for (const record of [survivor, duplicate]) await expect(visit(record)).rejects.toMatchObject({ code: 'BEYOND_CASE_PLAN' });
    await told('endCasePlanLimit', { limitId });
    await eventually(() => visit(duplicate));
    await visit(survivor);
  });
});
