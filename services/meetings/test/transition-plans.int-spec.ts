import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ConnectionClosedV1, ConnectionContinuationEndedV1, ConnectionContinuedV1 } from '@fc/contracts';
import { eventually, SharedWorld, type Actor, type TestCounty } from '@fc/testing';
import { change, Family, hoursAgo, inHours, now, refusal } from './family.ts';

interface Plan {
  id: string;
  status: string;
  steps: { step: string; state: string | null }[];
  contactTalk: string | null;
  contactAfter: string | null;
}
interface Invitation {
  id: string;
  occasion: string;
  status: string;
  notice: string | null;
}

const fields = 'id status steps { step state } contactTalk contactAfter';
const invitationFields = 'id occasion minutes status notice';
const begin = `mutation ($input: BeginTransitionPlanInput!) { beginTransitionPlan(input: $input) { ${fields} } }`;
const settle = `mutation ($input: SettleTransitionStepInput!) { settleTransitionStep(input: $input) { ${fields} } }`;
const talk = `mutation ($input: RecordContactTalkInput!) { recordContactTalk(input: $input) { ${fields} } }`;
const ready = `mutation ($input: CallTransitionReadyInput!) { callTransitionReady(input: $input) { ${fields} } }`;
const end = `mutation ($input: EndTransitionPlanInput!) { endTransitionPlan(input: $input) { ${fields} } }`;
const invite = `mutation ($input: InviteAfterCaseInput!) { inviteAfterCase(input: $input) { ${invitationFields} } }`;
const answer = `mutation ($input: AnswerAfterCaseInvitationInput!) { answerAfterCaseInvitation(input: $input) { ${invitationFields} } }`;

let world: SharedWorld;
let king: TestCounty;

beforeAll(async () => {
  world = await SharedWorld.join('king');
  king = world.county('king');
}, 90_000);
afterAll(() => world?.stop());

const plansOf = (family: Family, as: Actor): Promise<Plan[]> => family.read<Plan[]>(as, `transitionPlans { ${fields} }`);
const goHome = (family: Family, childId = family.childIds[0]): Promise<Plan> => family.caseworker.do<Plan>(begin, { connectionId: family.connectionId, childId, goal: 'RETURN_HOME', plannedFor: inHours(24 * 60).slice(0, 10) });

describe('the way of a child out of foster care', () => {
  it('R62 S52 S26 cannot be called ready before the child is prepared and contact afterwards was talked about', async () => {
    const [family, other] = [await Family.open(king, 'amir'), await Family.open(king, 'bea')];
    const { caseworker, parent, caregiver, connectionId } = family;
    await expect(parent.do(begin, { connectionId, childId: family.childIds[0], goal: 'RETURN_HOME' })).rejects.toEqual(refusal('FORBIDDEN'));
    await expect(goHome(family, other.childIds[0])).rejects.toEqual(refusal('MEETINGS.NOT_THIS_CHILD'));
    const phase = async () => (await family.read<{ phase: string }>(parent, 'myGuide { phase }')).phase;
    expect(await phase()).toBe('BUILD');
    await expect(caseworker.do(begin, { connectionId, childId: family.childIds[0], goal: 'RETURN_HOME', plannedFor: hoursAgo(48).slice(0, 10) })).rejects.toEqual(refusal('DATE_IN_PAST'));
    const { id: transitionPlanId, steps } = await goHome(family);
    expect(await phase()).toBe('REUNIFY');
    await expect(goHome(family)).rejects.toEqual(refusal('MEETINGS.TRANSITION_BEGUN'));
    expect(steps.map(({ state }) => state)).toEqual(steps.map(() => null));

    await expect(change(caregiver, settle, { transitionPlanId, step: 'GOODBYES', state: 'NOT_NEEDED' })).rejects.toEqual(refusal('MEETINGS.STAFF_DECIDE'));
    await expect(change(caseworker, settle, { transitionPlanId, step: 'CHILD_TOLD', state: 'NOT_NEEDED' })).rejects.toEqual(refusal('MEETINGS.CHILD_TAKES_PART'));
    await expect(change(other.parent, settle, { transitionPlanId, step: 'CHILD_TOLD', state: 'DONE' })).rejects.toEqual(refusal('NOT_FOUND'));
    await change(caseworker, settle, { transitionPlanId, step: 'GOODBYES', state: 'NOT_NEEDED' });
    const byFamilies = steps.map(({ step }) => step).filter((step) => step !== 'GOODBYES');
    for (const [index, step] of byFamilies.entries()) {
      await expect(change(caseworker, ready, { transitionPlanId })).rejects.toEqual(refusal('MEETINGS.CHILD_NOT_PREPARED'));
      await change(index % 2 === 0 ? parent : caregiver, settle, { transitionPlanId, step, state: 'DONE' });
    }
    await expect(change(caseworker, ready, { transitionPlanId })).rejects.toEqual(refusal('MEETINGS.CONTACT_AFTER_OPEN'));
    await expect(change(caseworker, end, { transitionPlanId, as: 'DONE' })).rejects.toEqual(refusal('MEETINGS.NOT_READY'));

    const together = { transitionPlanId, talkedAt: hoursAgo(0.5), how: 'TOGETHER', text: 'A call each Sunday.' };
    await expect(change(caseworker, talk, together)).rejects.toEqual(refusal('CONTACT_NOT_POSSIBLE'));
    await expect(change(caseworker, talk, { ...together, how: 'SEPARATELY', talkedAt: hoursAgo(24 * 400) })).rejects.toEqual(refusal('DATE_TOO_EARLY'));
    await change(caseworker, talk, { ...together, how: 'SEPARATELY', text: 'She wishes for some quiet first.' });
    for (const reader of [parent, caregiver]) expect(await plansOf(family, reader)).toMatchObject([{ contactTalk: 'SEPARATELY', contactAfter: null }]);
    expect(await plansOf(family, caseworker)).toMatchObject([{ contactAfter: 'She wishes for some quiet first.' }]);
    await family.permit();
    await change(caseworker, talk, together);
    for (const reader of [parent, caregiver]) expect(await plansOf(family, reader)).toMatchObject([{ contactAfter: 'A call each Sunday.' }]);

    expect((await change<Plan>(caseworker, ready, { transitionPlanId })).status).toBe('READY');
    expect((await change<Plan>(caseworker, end, { transitionPlanId, as: 'DONE' })).status).toBe('DONE');
    await expect(change(caseworker, ready, { transitionPlanId })).rejects.toEqual(refusal('MEETINGS.TRANSITION_OVER'));
  });

  it('R62 S52 S54 asks the caseworker to prepare a child before the planned day, and before a visit at home for which nobody had planned', async () => {
    const family = await Family.open(king, 'dov', { children: 2, placed: 10 });
    const { caseworker, caregiver, parent, coordinator, connectionId } = family;
    const [first, second] = family.childIds as [string, string];
    const work = async (as: Actor): Promise<object[]> => (await as.get<{ myWork: { nodes: { kind: string }[] } }>(`{ myWork(first: 100) { nodes { kind needsReason subjectId child { id } forPersonIds window { rule startedBy state missReason } } } }`)).myWork.nodes.filter(({ kind }) => kind === 'TRANSITION_PLAN');
    const item = (childId: string, startedBy: string, state: string): object => ({
      ...{ kind: 'TRANSITION_PLAN', subjectId: null, child: { id: childId }, forPersonIds: [caseworker.personId], needsReason: state === 'MISSED' },
      window: { rule: 'PREPARED_BEFORE_THE_CHILD_GOES', startedBy, state, missReason: null },
    });
    expect(await work(caseworker)).toEqual([]);
    const { id: transitionPlanId, steps } = await caseworker.do<Plan>(begin, { connectionId, childId: first, goal: 'RETURN_HOME', plannedFor: inHours(24 * 10).slice(0, 10) });
    expect(await work(caseworker)).toEqual([item(first, 'PLANNED_DAY', 'DUE')]);
    for (const other of [parent, caregiver, coordinator]) expect(await work(other)).toEqual([]);
    for (const { step } of steps) await change(caseworker, settle, { transitionPlanId, step, state: 'DONE' });
    await change(caseworker, talk, { transitionPlanId, talkedAt: hoursAgo(0.5), how: 'SEPARATELY', text: 'A call each Sunday.' });
    await change(caseworker, ready, { transitionPlanId });
    expect(await work(caseworker)).toEqual([]);

    await family.move(second, { type: 'TRIAL_HOME_VISIT' }, 1);
    await eventually(async () => expect(await work(caseworker)).toEqual([item(second, 'TRIAL_HOME_VISIT', 'MISSED')]));
    const { countyWork } = await coordinator.get<{ countyWork: { nodes: { id: string; kind: string; connection: { id: string } }[] } }>('{ countyWork(first: 250) { nodes { id kind connection { id } } } }');
    const { id: windowId } = countyWork.nodes.find(({ kind, connection }) => kind === 'TRANSITION_PLAN' && connection.id === connectionId)!;
    const missed = 'mutation ($input: RecordMissReasonInput!) { recordMissReason(input: $input) }';
    await expect(caregiver.do(missed, { windowId, reason: 'OTHER' })).rejects.toEqual(refusal('FORBIDDEN'));
    await caseworker.do(missed, { windowId, reason: 'AGENCY_DELAY' });
    expect(await work(caseworker)).toMatchObject([{ needsReason: false, window: { missReason: 'AGENCY_DELAY' } }]);
    await change(coordinator, 'mutation ($input: EndStaysInput!) { endStays(input: $input) { id } }', { childIds: [second], endedAt: hoursAgo(0.5) });
    await eventually(async () => expect(await work(caseworker)).toEqual([])); // the visit is over
  });

  it('R39 S27 S52 has the caregiver come when the birth family invites, after the case and only while both wish to stay in touch', async () => {
    const family = await Family.open(king, 'cleo');
    const { connectionId, parent, caregiver, coordinator } = family;
    await family.permit();
    const party = { connectionId, occasion: 'Her birthday', place: 'The park', takesPlaceAt: inHours(48) };
    await expect(parent.do(invite, party)).rejects.toEqual(refusal('MEETINGS.NOT_AFTERWARDS'));
    await king.say(ConnectionClosedV1, { connectionId, closedAt: now() });
    await eventually(async () => expect(await king.rows('select 1 from meetings.family_connection where id = $1 and closed_at is not null', [connectionId])).toHaveLength(1));
    await expect(parent.do(invite, party)).rejects.toEqual(refusal('MEETINGS.NOT_AFTERWARDS'));
    await king.say(ConnectionContinuedV1, { connectionId, continuedAt: now() });
    const invitation = await eventually(() => parent.do<Invitation>(invite, party));
    await expect(caregiver.do(invite, party)).rejects.toEqual(refusal('FORBIDDEN'));
    await expect((await king.person('CAREGIVER', 'stranger')).get(answer, { input: { invitationId: invitation.id, comes: true } })).rejects.toEqual(refusal('NOT_FOUND'));
    await expect(change(parent, answer, { invitationId: invitation.id, comes: true })).rejects.toEqual(refusal('FORBIDDEN'));
    expect(await change<Invitation>(caregiver, answer, { invitationId: invitation.id, comes: true })).toMatchObject({ status: 'ACCEPTED', notice: null });
    const seenBy = (actor: Actor): Promise<Invitation[]> => family.read<Invitation[]>(actor, `afterCaseInvitations { ${invitationFields} }`);
    expect(await seenBy(parent)).toMatchObject([{ occasion: 'Her birthday', minutes: 120 }]);
    expect(await seenBy(coordinator)).toEqual([]);

    // It takes its time: what forbids the end of a longer one leaves this one.
    await family.prohibitFrom(new Date(Date.parse(party.takesPlaceAt) + 2 * 3_600_000).toISOString());
    expect(await seenBy(caregiver)).toMatchObject([{ status: 'ACCEPTED' }]);
    await expect(parent.do(invite, { ...party, minutes: 121 })).rejects.toEqual(refusal('CONTACT_NOT_POSSIBLE'));
    await expect(parent.do(invite, { ...party, minutes: 481 })).rejects.toEqual(refusal('MEETINGS.INVALID_LENGTH'));
    await family.prohibit(['IN_PERSON']);
    await eventually(async () => expect(await seenBy(caregiver)).toMatchObject([{ status: 'SUSPENDED', notice: expect.stringContaining('caseworker') }]));
    await expect(parent.do(invite, party)).rejects.toEqual(refusal('CONTACT_NOT_POSSIBLE'));
    await king.say(ConnectionContinuationEndedV1, { connectionId, endedAt: now() });
    await eventually(async () => expect(await seenBy(parent)).toEqual([]));
    await expect(parent.do(invite, party)).rejects.toEqual(refusal('MEETINGS.NOT_AFTERWARDS'));
  });
});
