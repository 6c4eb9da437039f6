import { eventually, SharedWorld, type Actor, type TestCounty } from '@fc/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Family } from './family.ts';

let world: SharedWorld;
let king: TestCounty;
beforeAll(async () => {
  world = await SharedWorld.join('king');
  king = world.county('king');
}, 120_000);
afterAll(() => world?.stop());

const profileOf = async (actor: Actor, id: string): Promise<object[]> =>
  (await actor.get<{ child: { profile: object[] } }>('query ($id: UUID!) { child(id: $id) { profile { field text } } }', { id })).child.profile;
const sensitiveReads = (): Promise<object[]> => king.rows(`select person, records from meetings.audit_entry where outcome = 'READ' and action = 'Child.profile'`);

describe('a child’s profile', () => {
  it('shows a program supervisor its sensitive entries only while they have broken the glass around that child, and writes down which', async () => {
    const { supervisor } = king;
    const [family, other] = [await Family.open(king, 'noor'), await Family.open(king, 'ayaan')];
    const entries = [{ field: 'SLEEP', text: 'The door stays open.', consent: 'THIS_HOME' }, { field: 'MEDICAL', text: 'Penicillin is dangerous.', sensitivity: 'SENSITIVE', consent: 'THIS_HOME' }];
    for (const { parent, connectionId } of [family, other])
      await parent.do('mutation ($input: WriteChildProfileInput!) { writeChildProfile(input: $input) { field } }', { connectionId, entries });
    const [ordinary, sensitive] = [{ field: 'SLEEP', text: 'The door stays open.' }, { field: 'MEDICAL', text: 'Penicillin is dangerous.' }];
    const [childId, otherId] = [family.childIds[0]!, other.childIds[0]!];

    expect(await profileOf(family.caseworker, childId)).toEqual(expect.arrayContaining([ordinary, sensitive]));
    expect(await profileOf(supervisor, childId)).toEqual([ordinary]);
    expect(await sensitiveReads()).toEqual([]);

    const { id } = await supervisor.do<{ id: string }>('mutation ($input: BreakGlassInput!) { breakGlass(input: $input) { id } }', { subjectId: childId, reason: 'The child is in hospital and cannot speak.' });
    await eventually(async () => expect(await profileOf(supervisor, childId)).toEqual(expect.arrayContaining([ordinary, sensitive])));
    expect(await sensitiveReads()).toEqual([{ person: supervisor.personId, records: [expect.objectContaining({ record: 'SensitiveProfileEntry', change: 'read', about: [childId] })] }]);
    expect(await profileOf(supervisor, otherId)).toEqual([ordinary]);
    expect(await profileOf(family.coordinator, childId)).toEqual([ordinary]);

    await king.rows(`update meetings.access_elevation set ends_at = now() - interval '1 second' where id = $1`, [id]);
    expect(await profileOf(supervisor, childId)).toEqual([ordinary]);
  });
});
