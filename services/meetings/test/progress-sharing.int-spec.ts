import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ConnectionClosedV1, PersonErasedV1 } from '@fc/contracts';
import type { Id } from '@fc/domain-kernel';
import { eventually, SharedWorld, type Actor, type TestCounty } from '@fc/testing';
import { change, Family, inHours, now, refusal } from './family.ts';

interface Share {
  id: string;
  words: string;
  since: string;
  readers: string[] | null;
}

const fields = 'id words since readers';
const share = `mutation ($input: ShareProgressInput!) { shareProgress(input: $input) { ${fields} } }`;
const choose = `mutation ($input: ChooseProgressReadersInput!) { chooseProgressReaders(input: $input) { ${fields} } }`;
const withdraw = 'mutation ($input: WithdrawProgressInput!) { withdrawProgress(input: $input) }';
const setLimit = 'mutation ($input: SetCasePlanLimitInput!) { setCasePlanLimit(input: $input) { id } }';
const words = 'I finished the parenting class. Marigold.';
const told = { words, since: '2025-05-01' };

let world: SharedWorld;
let king: TestCounty;

beforeAll(async () => {
  world = await SharedWorld.join('king');
  king = world.county('king');
}, 120_000);
afterAll(() => world?.stop());

const sharesFor = (family: Family, actor: Actor): Promise<Share[]> => family.read<Share[]>(actor, `progressShares { ${fields} }`);

describe('how the case plan goes', () => {
  it('S48 is told by the parent alone, to the caregivers or the caseworker as the parent chooses, and taken back at any time', async () => {
    const family = await Family.open(king, 'amir');
    const { connectionId, parent, caregiver, caseworker, coordinator } = family;
    await expect(parent.do(share, { connectionId, ...told })).rejects.toEqual(refusal('CONTACT_NOT_POSSIBLE'));
    await family.permit();
    for (const other of [caregiver, caseworker, coordinator]) await expect(other.do(share, { connectionId, ...told })).rejects.toEqual(refusal('FORBIDDEN'));
    await expect((await king.person('PARENT', 'stranger')).do(share, { connectionId, ...told })).rejects.toEqual(refusal('NOT_FOUND'));
    await expect(parent.do(share, { connectionId, ...told, since: inHours(48).slice(0, 10) })).rejects.toEqual(refusal('DATE_IN_FUTURE'));
    await expect(parent.do(share, { connectionId, ...told, words: ' ' })).rejects.toEqual(refusal('TEXT_REQUIRED'));

    const shared = await parent.do<Share>(share, { connectionId, ...told });
    expect(shared).toEqual({ id: shared.id, ...told, readers: ['CAREGIVERS'] });
    expect(await sharesFor(family, caregiver)).toEqual([{ id: shared.id, ...told, readers: null }]);
    const { mentor: ally } = await family.match('PARENT_ALLY');
    for (const other of [caseworker, coordinator, king.supervisor, ally]) expect(await sharesFor(family, other)).toEqual([]);

    await expect(change(caregiver, choose, { shareId: shared.id, readers: [] })).rejects.toEqual(refusal('FORBIDDEN'));
    await expect(change(await king.person('PARENT', 'stranger'), choose, { shareId: shared.id, readers: [] })).rejects.toEqual(refusal('NOT_FOUND'));
    expect((await change<Share>(parent, choose, { shareId: shared.id, readers: ['CASEWORKERS'] })).readers).toEqual(['CASEWORKERS']);
    expect(await sharesFor(family, caregiver)).toEqual([]);
    expect((await sharesFor(family, caseworker)).map((each) => each.words)).toEqual([words]);
    await change(parent, choose, { shareId: shared.id, readers: [] });
    for (const other of [caregiver, caseworker]) expect(await sharesFor(family, other)).toEqual([]);
    expect(await sharesFor(family, parent)).toHaveLength(1);

    await change(parent, choose, { shareId: shared.id, readers: ['CAREGIVERS', 'CASEWORKERS'] });
    await expect(change(await king.person('PARENT', 'stranger'), withdraw, { shareId: shared.id })).rejects.toEqual(refusal('NOT_FOUND'));
    for (const again of [1, 2]) expect([again, await change(parent, withdraw, { shareId: shared.id })]).toEqual([again, true]);
    for (const actor of [parent, caregiver, caseworker]) expect(await sharesFor(family, actor)).toEqual([]);
    await expect(change(parent, choose, { shareId: shared.id, readers: ['CAREGIVERS'] })).rejects.toEqual(refusal('MEETINGS.PROGRESS_WITHDRAWN'));
    expect(await king.rows('select words from meetings.progress_share where id = $1', [shared.id])).toEqual([{ words: null }]);
  });

  it('S48 R44 R78 is read by the caregivers only while messages are permitted, within the case plan, and the connection is open', async () => {
    const family = await Family.open(king, 'bea');
    const { connectionId, parent, caregiver, caseworker, childIds, coordinator } = family;
    await family.permit();
    const { id: shareId } = await parent.do<Share>(share, { connectionId, ...told, readers: ['CAREGIVERS', 'CASEWORKERS'] });
    const prohibition = await family.prohibit(['MESSAGE']);
    expect(await sharesFor(family, caregiver)).toEqual([]);
    expect(await sharesFor(family, caseworker)).toHaveLength(1);
    await expect(parent.do(share, { connectionId, ...told })).rejects.toEqual(refusal('CONTACT_NOT_POSSIBLE'));
    expect((await parent.do<Share>(share, { connectionId, words: 'For my caseworker.', since: '2025-06-01', readers: ['CASEWORKERS'] })).readers).toEqual(['CASEWORKERS']);
    await family.endRule(prohibition);
    expect((await sharesFor(family, caregiver)).map(({ id }) => id)).toEqual([shareId]);

    const limit = async (channels: string[], revision: number): Promise<void> => {
      await coordinator.do(setLimit, { childIds, personId: parent.personId, channels });
      await eventually(async () => expect(await king.rows('select revision from meetings.case_plan_limit where person_id = $1', [parent.personId])).toEqual([{ revision }]));
    };
    await limit(['IN_PERSON'], 1);
    expect(await sharesFor(family, caregiver)).toEqual([]);
    await expect(parent.do(share, { connectionId, ...told })).rejects.toEqual(refusal('BEYOND_CASE_PLAN'));
    await limit(['IN_PERSON', 'MESSAGE'], 2);
    expect(await sharesFor(family, caregiver)).toHaveLength(1);

    await king.say(ConnectionClosedV1, { connectionId, closedAt: now() });
    await eventually(async () => expect(await sharesFor(family, caregiver)).toEqual([]));
    await expect(parent.do(share, { connectionId, ...told })).rejects.toEqual(refusal('MEETINGS.CONNECTION_CLOSED'));
    expect(await sharesFor(family, parent)).toHaveLength(2);
    expect(await change(parent, withdraw, { shareId })).toBe(true);
  });

  it('S48 is sealed with the parent’s own key, read by others only on record, and gone with the parent’s erasure', async () => {
    const family = await Family.open(king, 'cleo');
    const { connectionId, parent, caregiver } = family;
    await family.permit();
    const { id } = await parent.do<Share>(share, { connectionId, ...told });
    expect(await king.rows('select 1 from meetings.progress_share where id = $1 and progress_share::text like $2', [id, '%Marigold%'])).toEqual([]);
    expect(await sharesFor(family, caregiver)).toHaveLength(1);
    expect(await king.rows(`select 1 from meetings.audit_entry where outcome = 'READ' and action = 'FamilyConnection.progressShares' and person = $1`, [caregiver.personId])).not.toEqual([]);
    await king.say(PersonErasedV1, { personId: parent.personId as Id<'Person'> });
    await eventually(async () => expect(await king.rows('select words, readers from meetings.progress_share where id = $1', [id])).toEqual([{ words: null, readers: [] }]));
    expect(await sharesFor(family, caregiver)).toEqual([]);
  });
});
