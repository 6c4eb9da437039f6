import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually, SharedWorld, type Actor, type TestCounty } from '@fc/testing';
import { Family, refusal } from './family.ts';

interface Milestone {
  side: string;
  childId: string | null;
  text: string;
}

const add = 'mutation ($input: AddMilestoneInput!) { addMilestone(input: $input) { id side childId text } }';

let world: SharedWorld;
let king: TestCounty;

beforeAll(async () => {
  world = await SharedWorld.join('king');
  king = world.county('king');
}, 90_000);
afterAll(() => world?.stop());

const seenBy = async (family: Family, actor: Actor): Promise<string[]> => (await family.read<Milestone[]>(actor, 'milestones { text }')).map(({ text }) => text);

describe('milestones', () => {
  it('S53 are told by either family to the other, and nothing of the child to whoever may not see it', async () => {
    const family = await Family.open(king, 'amir', { children: 2 });
    const elsewhere = await Family.open(king, 'bea');
    const { connectionId, parent, caregiver, caseworker, childIds } = family;
    const day = '2026-01-05';
    const ofChild = { connectionId, childId: childIds[0], text: 'First swim', happenedOn: day };
    await expect(caregiver.do(add, ofChild)).rejects.toEqual(refusal('CONTACT_NOT_POSSIBLE'));
    await family.permit();
    await expect(caregiver.do(add, { ...ofChild, childId: elsewhere.childIds[0] })).rejects.toEqual(refusal('MEETINGS.NOT_THIS_CHILD'));
    await expect(caregiver.do(add, { ...ofChild, happenedOn: '2999-01-01' })).rejects.toEqual(refusal('DATE_IN_FUTURE'));
    await expect(caseworker.do(add, ofChild)).rejects.toEqual(refusal('FORBIDDEN'));
    await expect(elsewhere.parent.do(add, ofChild)).rejects.toEqual(refusal('NOT_FOUND'));
    expect(await caregiver.do(add, ofChild)).toMatchObject({ side: 'HOUSEHOLD', childId: childIds[0] });
    await parent.do(add, { connectionId, text: 'A year in recovery', happenedOn: '2026-01-06' });
    for (const actor of [parent, caregiver]) expect(await seenBy(family, actor)).toEqual(['A year in recovery', 'First swim']);
    for (const other of [caseworker, family.coordinator, king.supervisor]) expect(await seenBy(family, other)).toEqual([]);

    // The one child moves on, the other stays: of the first the caregivers read no more.
    await family.move(childIds[0]!, { type: 'FOSTER_FAMILY_HOME', home: 'amir-next' });
    await eventually(async () => expect(await seenBy(family, caregiver)).toEqual(['A year in recovery']));
    await expect(parent.do(add, ofChild)).rejects.toEqual(refusal('MEETINGS.NOT_THIS_CHILD'));
    expect(await seenBy(family, parent)).toEqual(['A year in recovery', 'First swim']);

    await family.prohibit(['MESSAGE']);
    await eventually(async () => expect(await seenBy(family, caregiver)).toEqual([]));
    expect(await seenBy(family, parent)).toEqual(['A year in recovery']);
  });
});
