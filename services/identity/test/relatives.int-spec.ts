import { eventually, placeFamily, SharedWorld, type Actor, type TestCounty, type TestFamily } from '@fc/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { change, codeOf, expectAudited, hoursAgo, tell } from './asking.ts';

const ofChild = 'query ($id: UUID!) { child(id: $id) { id relatives { id givenName kinship kinshipLabel noticeState noticeDueBy noticeHow noticeWaivedBecause assessment } relativeSearch { source outcome } } }';
const due = '{ relativeNoticesDue(first: 100) { nodes { childId dueBy state relatives { givenName } } } }';
const mayContact = 'query ($personIds: [UUID!]!) { mayContact(personIds: $personIds, channel: CALL) { possible } }';
const days = 24;

interface Relative {
  readonly id: string;
  readonly givenName: string;
  readonly noticeState: string;
}
interface Due {
  readonly childId: string;
  readonly state: string;
  readonly relatives: { readonly givenName: string }[];
}

let world: SharedWorld;
let king: TestCounty;
let coordinator: Actor;

beforeAll(async () => {
  world = await SharedWorld.join('king');
  king = world.county('king');
  coordinator = await king.person('COORDINATOR');
}, 120_000);
afterAll(() => world?.stop());

/** Siblings whose caseworker entered them and took them into care so many hours ago. */
async function removed(name: string, hours: number, count = 1): Promise<{ childIds: string[]; caseworker: Actor; parent: Actor }> {
  const caseworker = await king.person('CASEWORKER', `${name}-worker`);
  const parent = await king.person('PARENT', name);
  const children = Array.from({ length: count }, (_, index) => ({ givenName: `${name}${index}`, familyName: 'Example', birthDate: '2020-02-29' }));
  const childIds = (await caseworker.do<{ id: string }[]>(change('registerChildren'), { children, parentIds: [parent.personId] })).map(({ id }) => id);
  await caseworker.do(change('beginFosterCare'), { childIds, removedAt: { at: hoursAgo(hours) } });
  return { childIds, caseworker, parent };
}
const add = (by: Actor, childIds: readonly string[], givenName: string, kinship: string, personId?: string): Promise<Relative[]> =>
  by.do(change('addRelative', '{ id givenName noticeState }'), { childIds, givenName, familyName: 'Example', kinship, personId });
const relativesOf = async (by: Actor, id: string): Promise<Relative[]> => (await by.get<{ child: { relatives: Relative[] } }>(ofChild, { id })).child.relatives;
const dueFor = async (by: Actor, childId: string): Promise<Due | undefined> => (await by.get<{ relativeNoticesDue: { nodes: Due[] } }>(due)).relativeNoticesDue.nodes.find((row) => row.childId === childId);

describe('relatives', () => {
  it('R65 S58 has a removal list relatives to find and to notify until each is told, and leaves other people’s cases out', async () => {
    const { childIds, caseworker } = await removed('Amina', 48, 2);
    const [childId] = childIds as [string, string];
    const other = await king.person('CASEWORKER', 'Elsewhere');
    expect(await dueFor(caseworker, childId)).toMatchObject({ state: 'DUE', relatives: [] });
    expect(await dueFor(other, childId)).toBeUndefined();
    expect(await dueFor(coordinator, childId)).toBeDefined();
    expect(await codeOf((await king.person('CAREGIVER', 'Curious')).get(due))).toBe('FORBIDDEN');

    await caseworker.do(change('recordRelativeSearch'), { childIds, searchedAt: hoursAgo(40), source: 'PARENT', outcome: 'Named her sister.' });
    const aunts = await add(caseworker, childIds, 'Luz', 'AUNT_OR_UNCLE');
    expect(aunts).toHaveLength(2);
    const [grandmother] = await add(caseworker, [childId], 'Ruth', 'GRANDPARENT');
    expect(await dueFor(caseworker, childId)).toMatchObject({ relatives: [{ givenName: 'Luz' }, { givenName: 'Ruth' }] });

    const aunt = (await relativesOf(caseworker, childId)).find(({ givenName }) => givenName === 'Luz')!;
    const notify = (by: Actor, relativeId: string | undefined, sentAt = hoursAgo(1)): Promise<object> => tell(by, 'recordRelativeNotice', { relativeId, sentAt, how: 'LETTER' }, '{ noticeState noticeHow }');
    expect(await codeOf(notify(other, aunt.id))).toBe('NOT_FOUND');
    await expectAudited(king, other, 'recordRelativeNotice', 'NOT_FOUND');
    expect(await codeOf(notify(caseworker, aunt.id, hoursAgo(-1)))).toBe('DATE_IN_FUTURE');
    expect(await codeOf(notify(caseworker, aunt.id, hoursAgo(49)))).toBe('DATE_TOO_EARLY');
    expect(await notify(caseworker, aunt.id)).toEqual({ noticeState: 'MET', noticeHow: 'LETTER' });
    expect(await codeOf(notify(caseworker, aunt.id))).toBe('IDENTITY.NOTICE_SENT');
    expect(await dueFor(caseworker, childId)).toMatchObject({ relatives: [{ givenName: 'Ruth' }] });
    expect(await tell(caseworker, 'waiveRelativeNotice', { relativeId: grandmother?.id, because: 'FAMILY_VIOLENCE' }, '{ noticeState }')).toEqual({ noticeState: 'WAIVED' });
    expect(await codeOf(notify(caseworker, grandmother?.id))).toBe('IDENTITY.NOTICE_WAIVED');
    expect(await dueFor(caseworker, childId)).toBeUndefined();
    expect(await dueFor(caseworker, childIds[1]!)).toMatchObject({ relatives: [{ givenName: 'Luz' }] });
  });

  it('R65 R83 S58 counts 30 days from the removal to the end of the county’s day, misses nothing silently, and says late what was late', async () => {
    const { childIds, caseworker } = await removed('Bashir', 40 * days);
    const [found] = await add(caseworker, childIds, 'Omar', 'SIBLINGS_PARENT');
    expect(found?.noticeState).toBe('MISSED');
    const row = (await caseworker.get<{ relativeNoticesDue: { nodes: (Due & { dueBy: string })[] } }>(due)).relativeNoticesDue.nodes.find(({ childId }) => childId === childIds[0])!;
    expect(row.state).toBe('MISSED');
    expect(['00:00:00', '24:00:00']).toContain(new Date(row.dueBy).toLocaleTimeString('en-GB', { timeZone: 'America/Los_Angeles' }));
    expect(await tell(caseworker, 'recordRelativeNotice', { relativeId: found?.id, sentAt: hoursAgo(1), how: 'CALL' }, '{ noticeState }')).toEqual({ noticeState: 'MET_LATE' });
    expect(await dueFor(caseworker, childIds[0]!)).toBeUndefined();
    const early = await removed('Cawo', 40 * days);
    const [told] = await add(early.caseworker, early.childIds, 'Sade', 'ADULT_SIBLING');
    expect(await tell(early.caseworker, 'recordRelativeNotice', { relativeId: told?.id, sentAt: hoursAgo(20 * days), how: 'IN_PERSON' }, '{ noticeState }')).toEqual({ noticeState: 'MET' });
  });

  it('R65 S58 assesses relatives and suitable others alike, and asks no notice to those who are no relatives', async () => {
    const { childIds, caseworker, parent } = await removed('Dalmar', 30);
    const [coach] = await add(caseworker, childIds, 'Coach', 'NON_RELATIVE_EXTENDED_FAMILY');
    expect(coach?.noticeState).toBe('NOT_NEEDED');
    expect(await codeOf(tell(caseworker, 'recordRelativeNotice', { relativeId: coach?.id, sentAt: hoursAgo(1), how: 'CALL' }))).toBe('IDENTITY.NOT_TO_BE_NOTIFIED');
    const assess = (by: Actor): Promise<object> => tell(by, 'assessRelative', { relativeId: coach?.id, assessment: 'SUITABLE' }, '{ assessment kinshipLabel }');
    expect(await codeOf(assess(parent))).toBe('FORBIDDEN');
    expect(await assess(caseworker)).toEqual({ assessment: 'SUITABLE', kinshipLabel: 'suitable other' });
    expect(await dueFor(caseworker, childIds[0]!)).toMatchObject({ relatives: [] });
  });

  it('R65 S58 shows relatives and the search for them to those who work on the case, and to neither family', async () => {
    const family: TestFamily = await placeFamily(king, 'Ebla');
    const [id] = family.childIds as [string];
    const caseworker = await king.person('CASEWORKER', 'Ebla-worker');
    await coordinator.do(change('assignCase'), { childIds: [id], personId: caseworker.personId, role: 'CASEWORKER' });
    const { id: connectionId } = await coordinator.do<{ id: string }>(change('openFamilyConnection'), { parentId: family.parent.personId, householdId: family.householdId });
    await add(caseworker, [id], 'Yusuf', 'COUSIN');
    await coordinator.do(change('recordRelativeSearch'), { childIds: [id], searchedAt: hoursAgo(2), source: 'CHILD', outcome: 'Nobody else.' });
    for (const actor of [caseworker, coordinator, king.supervisor])
      expect(await actor.get(ofChild, { id })).toMatchObject({ child: { relatives: [{ givenName: 'Yusuf', kinshipLabel: 'cousin' }], relativeSearch: [{ source: 'CHILD', outcome: 'Nobody else.' }] } });
    for (const actor of [family.parent, family.caregiver]) {
      await eventually(() => actor.get('query ($id: UUID!) { familyConnection(id: $id) { id } }', { id: connectionId }));
      const answer = await actor.ask<{ child: { id: string; relatives: null; relativeSearch: null } }>(ofChild, { id });
      expect(answer.data?.child).toEqual({ id, relatives: null, relativeSearch: null });
      expect(answer.errors.map((error) => error.extensions?.code)).toEqual(['FORBIDDEN', 'FORBIDDEN']);
    }
    expect(await codeOf((await king.person('CASEWORKER', 'Nowhere')).get(ofChild, { id }))).toBe('NOT_FOUND');
  });
});

describe('contact with the wider family', () => {
  it('R25 lets a noncustodial father and an aunt be in contact with a child where it is permitted, by the caseworker who has them on the case', async () => {
    const { childIds, caseworker } = await removed('Farah', 30);
    const [childId] = childIds as [string];
    const father = await king.person('PARENT', 'Farah-father');
    const aunt = await king.person('RELATIVE', 'Farah-aunt');
    const name = 'query ($id: UUID!) { person(id: $id) { givenName } }';
    for (const actor of [father, aunt]) expect(await codeOf(caseworker.get(name, { id: actor.personId }))).toBe('NOT_FOUND');
    expect(await codeOf(tell(father, 'addParent', { childIds, parentId: father.personId }))).toBe('FORBIDDEN');
    await tell(caseworker, 'addParent', { childIds, parentId: father.personId });
    expect(await codeOf(tell(caseworker, 'addParent', { childIds, parentId: father.personId }))).toBe('IDENTITY.ALREADY_PARENT');
    await add(caseworker, childIds, 'Aunt', 'AUNT_OR_UNCLE', aunt.personId);
    for (const actor of [father, aunt]) {
      const personIds = [childId, actor.personId];
      expect(await caseworker.get(name, { id: actor.personId })).toMatchObject({ person: { givenName: expect.any(String) } });
      expect(await caseworker.get(mayContact, { personIds })).toEqual({ mayContact: { possible: false } });
      await caseworker.do(change('permitContact'), { personIds, channels: ['CALL'], source: 'CASE_PLAN' });
      expect(await caseworker.get(mayContact, { personIds })).toEqual({ mayContact: { possible: true } });
    }
  });
});
