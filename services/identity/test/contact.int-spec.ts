import { MatchAcceptedV1 } from '@fc/contracts';
import { newId, parseId } from '@fc/domain-kernel';
import { eventually, openConnection, placeFamily, SharedWorld, type Actor, type TestCounty, type TestFamily } from '@fc/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { auditOf, change, codeOf, expectAudited, hoursAgo, said, tell } from './asking.ts';

const may = 'query ($personIds: [UUID!]!, $channel: ContactChannel!, $at: Instant) { mayContact(personIds: $personIds, channel: $channel, at: $at) { possible message } }';
const rules = 'query ($personIds: [UUID!]!) { contactRules(personIds: $personIds) { id kind channels source document to } }';
const yes = { possible: true, message: 'This is possible.' };
const no = { possible: false, message: 'This is not possible at present. Please ask your caseworker.' };

let world: SharedWorld;
let king: TestCounty;
let coordinator: Actor;
let caseworker: Actor;

beforeAll(async () => {
  world = await SharedWorld.join('king');
  king = world.county('king');
  coordinator = await king.person('COORDINATOR');
  caseworker = await king.person('CASEWORKER', 'Casey');
}, 120_000);
afterAll(() => world?.stop());

async function connectedFamily(name: string): Promise<TestFamily> {
  const family = await placeFamily(king, name);
  await coordinator.do(change('assignCase'), { childIds: family.childIds, personId: caseworker.personId, role: 'CASEWORKER' });
  const id = await openConnection(king, family);
  for (const actor of [family.parent, family.caregiver]) await eventually(() => actor.get('query ($id: UUID!) { familyConnection(id: $id) { id } }', { id }));
  return family;
}
const pairOf = ({ parent, caregiver }: TestFamily): string[] => [parent.personId, caregiver.personId];
const answer = async (actor: Actor, personIds: readonly string[], channel = 'CALL', at?: string): Promise<object> => (await actor.get<{ mayContact: object }>(may, { personIds, channel, at })).mayContact;

describe('the contact ledger', () => {
  it('R78 lets a parent and a caregiver be in contact only on the channels and in the time of a permission', async () => {
    const family = await connectedFamily('Noor');
    const personIds = pairOf(family);
    expect(await answer(family.parent, personIds)).toEqual(no);
    const { id } = await caseworker.do<{ id: string }>(change('permitContact'), { personIds, channels: ['CALL', 'VIDEO'], source: 'CASE_PLAN' });
    expect(await answer(family.parent, personIds)).toEqual(yes);
    expect(await answer(family.caregiver, [...personIds].reverse())).toEqual(yes);
    expect(await answer(family.parent, personIds, 'MESSAGE')).toEqual(no);
    await coordinator.do(change('permitContact'), { personIds, channels: ['MESSAGE'], source: 'CONSENT', from: hoursAgo(3), to: hoursAgo(1) });
    expect(await answer(family.parent, personIds, 'MESSAGE')).toEqual(no);

    await tell(caseworker, 'endContactRule', { ruleId: id });
    expect(await answer(family.parent, personIds)).toEqual(no);
    expect(await codeOf(tell(caseworker, 'endContactRule', { ruleId: id }))).toBe('IDENTITY.CONTACT_RULE_ENDED');
    expect(await said(king, 'identity.contact-permission-ended.v1')).toContainEqual(expect.objectContaining({ permissionId: id, people: [...personIds].sort() }));
  });

  it('R43 R78 lets a prohibition win over every permission from the first day, and tells the families and the events no reason', async () => {
    const family = await connectedFamily('Sahra');
    const personIds = pairOf(family);
    await caseworker.do(change('permitContact'), { personIds, channels: ['CALL', 'IN_PERSON'], source: 'COURT_ORDER' });
    const { id } = await caseworker.do<{ id: string }>(change('prohibitContact'), { personIds, channels: ['CALL', 'IN_PERSON'], source: 'CONSENT', document: 'Order 26-7-00001' });
    for (const actor of [family.parent, family.caregiver]) {
      expect(await answer(actor, personIds)).toEqual(no);
      expect(await answer(actor, personIds, 'IN_PERSON')).toEqual(no);
      expect(await codeOf(actor.get(rules, { personIds }))).toBe('FORBIDDEN');
      await expectAudited(king, actor, 'contactRules', 'FORBIDDEN');
    }
    const told = (await said<{ prohibitionId: string }>(king, 'identity.contact-prohibited.v1')).find(({ prohibitionId }) => prohibitionId === id);
    expect(Object.keys(told ?? {}).sort()).toEqual(['channels', 'from', 'people', 'prohibitionId', 'to']);

    expect(await caseworker.get(rules, { personIds })).toMatchObject({ contactRules: [{ kind: 'PERMISSION' }, { id, kind: 'PROHIBITION', source: 'CONSENT', document: 'Order 26-7-00001', to: null }] });
    expect(await auditOf(king, caseworker, 'contactRules')).toContainEqual(expect.objectContaining({ outcome: 'READ' }));
    await tell(caseworker, 'endContactRule', { ruleId: id });
    expect(await said(king, 'identity.contact-prohibition-ended.v1')).toContainEqual(expect.objectContaining({ prohibitionId: id }));
    expect(await answer(family.parent, personIds)).toEqual(yes);
  });

  it('R78 keeps to the days and hours that a court or a plan names, on the clocks of the county', async () => {
    const family = await connectedFamily('Layla');
    const personIds = pairOf(family);
    // The first Saturday of 2031 in Seattle, eight hours behind UTC in winter.
    const [saturdayNoon, saturdayEvening, sundayNoon] = ['2031-01-04T20:00:00Z', '2031-01-05T02:00:00Z', '2031-01-05T20:00:00Z'];
    const saturdays = [{ weekday: 6, from: '10:00', to: '16:00' }];
    await caseworker.do(change('permitContact'), { personIds, channels: ['IN_PERSON'], source: 'CASE_PLAN', hours: saturdays });
    expect(await answer(family.parent, personIds, 'IN_PERSON', saturdayNoon)).toEqual(yes);
    expect(await answer(family.parent, personIds, 'IN_PERSON', saturdayEvening)).toEqual(no);
    expect(await answer(family.parent, personIds, 'IN_PERSON', sundayNoon)).toEqual(no);

    await caseworker.do(change('permitContact'), { personIds, channels: ['CALL'], source: 'CASE_PLAN' });
    await caseworker.do(change('prohibitContact'), { personIds, channels: ['CALL'], source: 'COURT_ORDER', hours: saturdays });
    expect(await answer(family.parent, personIds, 'CALL', saturdayNoon)).toEqual(no);
    expect(await answer(family.parent, personIds, 'CALL', sundayNoon)).toEqual(yes);
    expect(await codeOf(caseworker.do(change('permitContact'), { personIds, channels: ['CALL'], source: 'CASE_PLAN', hours: [{ weekday: 6, from: '16:00', to: '10:00' }] }))).toBe('INVALID_HOURS');
    expect(await said(king, 'identity.contact-permitted.v1')).toContainEqual(expect.objectContaining({ people: [...personIds].sort(), hours: saturdays }));
  });

  it('R78 lets a prohibition begin later and end by itself, and asks about that time and no other', async () => {
    const family = await connectedFamily('Yusra');
    const personIds = pairOf(family);
    await caseworker.do(change('permitContact'), { personIds, channels: ['CALL'], source: 'CASE_PLAN' });
    await caseworker.do(change('prohibitContact'), { personIds, channels: ['CALL'], source: 'COURT_ORDER', from: '2031-03-01T08:00:00Z', to: '2031-04-01T07:00:00Z' });
    expect(await answer(family.parent, personIds)).toEqual(yes);
    expect(await answer(family.parent, personIds, 'CALL', '2031-03-15T18:00:00Z')).toEqual(no);
    expect(await answer(family.parent, personIds, 'CALL', '2031-04-01T07:00:00Z')).toEqual(yes);
  });

  it('R78 takes a court order back by a court’s word alone, and lets a consent end before the case plan does', async () => {
    const family = await connectedFamily('Deqa');
    const personIds = pairOf(family);
    const { id: order } = await caseworker.do<{ id: string }>(change('prohibitContact'), { personIds, channels: ['CALL'], source: 'COURT_ORDER', document: 'Order 31-7-00002' });
    const { id: plan } = await caseworker.do<{ id: string }>(change('permitContact'), { personIds, channels: ['CALL'], source: 'CASE_PLAN' });
    for (const ending of [{ ruleId: order }, { ruleId: order, source: 'CONSENT' }, { ruleId: plan, source: 'CONSENT' }]) expect(await codeOf(tell(caseworker, 'endContactRule', ending))).toBe('IDENTITY.HIGHER_WORD_NEEDED');
    expect(await answer(family.parent, personIds)).toEqual(no);
    await tell(caseworker, 'endContactRule', { ruleId: order, source: 'COURT_ORDER', document: 'Order 31-7-00009' });
    expect(await answer(family.parent, personIds)).toEqual(yes);
    const ended = await caseworker.get('query ($personIds: [UUID!]!) { contactRules(personIds: $personIds) { id endedBySource endedByDocument } }', { personIds });
    expect(ended).toMatchObject({ contactRules: [{ id: order, endedBySource: 'COURT_ORDER', endedByDocument: 'Order 31-7-00009' }, { id: plan, endedBySource: null }] });
  });

  it('R46 R78 asks for a permission between family and child and between the homes of siblings, and for none within one home', async () => {
    const family = await connectedFamily('Sagal');
    const other = await connectedFamily('Sagal-sibling');
    const [childId] = family.childIds as [string];
    expect(await answer(family.parent, [family.parent.personId, childId], 'IN_PERSON')).toEqual(no);
    expect(await answer(family.caregiver, [family.caregiver.personId, childId], 'IN_PERSON')).toEqual(yes);
    const homes = [family.caregiver.personId, other.caregiver.personId];
    expect(await answer(coordinator, homes)).toEqual(no);
    await caseworker.do(change('permitContact'), { personIds: homes, channels: ['CALL'], source: 'CASE_PLAN' });
    expect(await answer(coordinator, homes)).toEqual(yes);
    // As long as it is safe, and no longer than that: the child moves on, the ledger is asked all the same.
    await caseworker.do(change('permitContact'), { personIds: [family.caregiver.personId, childId], channels: ['CALL'], source: 'CASE_PLAN' });
    await caseworker.do(change('placeChildren'), { childIds: [childId], type: 'GROUP_HOME', startedAt: { at: hoursAgo(1) } });
    expect(await answer(coordinator, [family.caregiver.personId, childId])).toEqual(yes);
    expect(await answer(coordinator, [family.caregiver.personId, childId], 'IN_PERSON')).toEqual(no);
    await caseworker.do(change('prohibitContact'), { personIds: [family.caregiver.personId, childId], channels: ['CALL'], source: 'CASE_PLAN' });
    expect(await answer(coordinator, [family.caregiver.personId, childId])).toEqual(no);
  });

  it('R78 asks no permission of one’s own mentor or of staff, and a prohibition counts for them too', async () => {
    const family = await connectedFamily('Hodan');
    const mentor = await king.person('PARENT_ALLY', 'Ally');
    const withMentor = [family.parent.personId, mentor.personId];
    expect(await codeOf(answer(mentor, withMentor))).toBe('NOT_FOUND');
    await king.say(MatchAcceptedV1, {
      matchId: newId<'MentorMatch'>(),
      mentorRole: 'PARENT_ALLY',
      mentorId: parseId<'Person'>(mentor.personId),
      participantId: parseId<'Participant'>(family.parent.personId),
      acceptedAt: hoursAgo(0),
    });
    await eventually(async () => expect(await answer(mentor, withMentor)).toEqual(yes));
    expect(await answer(caseworker, [family.parent.personId, caseworker.personId])).toEqual(yes);
    await coordinator.do(change('prohibitContact'), { personIds: withMentor, channels: ['CALL'], source: 'CASE_PLAN' });
    expect(await answer(mentor, withMentor)).toEqual(no);
  });

  it('R78 refuses rules of those who do not keep the ledger, of one person alone, of nobody known, and without a channel', async () => {
    const family = await connectedFamily('Amal');
    const personIds = pairOf(family);
    const prohibit = (actor: Actor, input: object = {}): Promise<string> => codeOf(actor.do(change('prohibitContact'), { personIds, channels: ['CALL'], source: 'COURT_ORDER', ...input }));
    expect(await prohibit(family.parent)).toBe('FORBIDDEN');
    await expectAudited(king, family.parent, 'prohibitContact', 'FORBIDDEN');
    const other = await king.person('CASEWORKER', 'Otis');
    expect(await prohibit(other)).toBe('NOT_FOUND');
    expect(await codeOf(other.get(rules, { personIds }))).toBe('NOT_FOUND');
    expect(await codeOf(answer(await king.person('PARENT', 'Stranger'), personIds))).toBe('NOT_FOUND');
    expect(await prohibit(coordinator, { personIds: [personIds[0], personIds[0]] })).toBe('IDENTITY.PAIR_OF_TWO');
    expect(await prohibit(coordinator, { personIds: [personIds[0], newId()] })).toBe('NOT_FOUND');
    expect(await prohibit(coordinator, { personIds: [personIds[0], 'x'] })).toBe('INVALID_ID');
    expect(await prohibit(coordinator, { channels: [] })).toBe('IDENTITY.NO_CHANNEL');
    expect(await prohibit(coordinator, { from: hoursAgo(1), to: hoursAgo(2) })).toBe('DATE_TOO_EARLY');
    await expectAudited(king, coordinator, 'prohibitContact', 'IDENTITY.PAIR_OF_TWO');
    expect(await coordinator.get(rules, { personIds })).toEqual({ contactRules: [] });
  });
});
