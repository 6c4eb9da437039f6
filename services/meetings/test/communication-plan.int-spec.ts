import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually, SharedWorld, type Actor, type TestCounty } from '@fc/testing';
import { change, inHours, now, refusal, type Family } from './family.ts';
import { coverAgenda, prepared, usualPlan, type Matched } from './matched.ts';

interface Plan {
  id: string;
  revision: number;
  what: string;
  how: string;
  howOften: string;
  channels: string[];
  timesPerWeek: number | null;
  proposedSide: string | null;
  notice: string | null;
  agreedAt: string | null;
}

const fields = 'id revision what how howOften channels timesPerWeek proposedSide notice agreedAt';
const schedule = 'mutation ($input: ScheduleConnectionsMeetingInput!) { scheduleConnectionsMeeting(input: $input) { id } }';
const cover = 'mutation ($input: CoverAgendaItemInput!) { coverAgendaItem(input: $input) { id } }';
const hold = 'mutation ($input: HoldMeetingInput!) { holdMeeting(input: $input) { id } }';
const propose = `mutation ($input: ProposeCommunicationPlanInput!) { proposeCommunicationPlan(input: $input) { ${fields} } }`;
const agree = `mutation ($input: AgreeToCommunicationPlanInput!) { agreeToCommunicationPlan(input: $input) { ${fields} } }`;
const setLimit = 'mutation ($input: SetCasePlanLimitInput!) { setCasePlanLimit(input: $input) { id } }';
const often = { ...usualPlan, channels: ['CALL', 'VIDEO', 'MESSAGE', 'MEDIA'], timesPerWeek: 5 };

let world: SharedWorld;
let king: TestCounty;

beforeAll(async () => {
  world = await SharedWorld.join('king');
  king = world.county('king');
}, 120_000);
afterAll(() => world?.stop());

/** A meeting whose agenda is covered but for the plan. */
async function beforeThePlan(name: string): Promise<Matched & { meetingId: string }> {
  const there = await prepared(king, name);
  await there.family.permit();
  const { id: meetingId } = await there.ally.do<{ id: string }>(schedule, { connectionId: there.family.connectionId, scheduledFor: inHours(24), place: 'Library' });
  await coverAgenda({ ...there, meetingId }, 'COMMUNICATION_PLAN');
  return { ...there, meetingId };
}

const holding = (family: Family, as: Actor): Promise<Plan> => family.read<Plan>(as, `communicationPlan { ${fields} }`);

async function limit({ coordinator, childIds, parent }: Family, terms: { channels: string[]; timesPerWeek: number }, revision: number): Promise<void> {
  await coordinator.do(setLimit, { childIds, personId: parent.personId, ...terms });
  await eventually(async () => expect(await king.rows('select revision from meetings.case_plan_limit where person_id = $1', [parent.personId])).toEqual([{ revision }]));
}

describe('the communication plan', () => {
  it('S38 R07 R45 R78 says what the families tell each other, how and how often, as far as the ledger permits each of these ways', async () => {
    const { family, ally, mentor, meetingId } = await beforeThePlan('vera');
    const agreeOn = (plan: object): Promise<unknown> => ally.do(cover, { meetingId, key: 'COMMUNICATION_PLAN', plan });
    await expect(agreeOn({ ...often, timesPerWeek: 0 })).rejects.toEqual(refusal('MEETINGS.INVALID_FREQUENCY'));
    const prohibition = await family.prohibit(['VIDEO']);
    await expect(agreeOn(often)).rejects.toEqual(refusal('CONTACT_NOT_POSSIBLE'));
    await agreeOn({ ...often, channels: ['CALL', 'MESSAGE', 'MEDIA'] });
    await family.endRule(prohibition);
    await agreeOn(often);
    await mentor.do(hold, { meetingId, heldAt: now() });
    for (const reader of [family.parent, family.caregiver, family.caseworker, ally, mentor])
      expect(await holding(family, reader)).toEqual({ id: expect.any(String), revision: 2, ...often, proposedSide: null, notice: null, agreedAt: expect.any(String) });
    await family.prohibit(['CALL']); // the plan stays to read, and says no reason
    for (const reader of [family.parent, family.caregiver]) expect((await holding(family, reader)).notice).toBe('This is not possible at present. Please ask your caseworker.');
  });

  it('S38 R07 is changed afterwards by the two families themselves: one proposes, the other agrees, and every revision stays to read', async () => {
    const { family, ally, mentor, meetingId } = await beforeThePlan('wanda');
    const { connectionId, parent, caregiver, caseworker } = family;
    const another = { ...often, howOften: 'Each evening', channels: ['CALL', 'VIDEO'], timesPerWeek: 7 };
    await expect(parent.do(propose, { connectionId, plan: another })).rejects.toEqual(refusal('MEETINGS.NO_PLAN_YET'));
    await ally.do(cover, { meetingId, key: 'COMMUNICATION_PLAN', plan: often });
    const { id: ofTheMeeting } = await holding(family, caregiver);
    await expect(change(caregiver, agree, { planId: ofTheMeeting })).rejects.toEqual(refusal('MEETINGS.NO_PLAN_YET'));
    await mentor.do(hold, { meetingId, heldAt: now() });

    await expect(caseworker.do(propose, { connectionId, plan: another })).rejects.toEqual(refusal('FORBIDDEN'));
    await expect((await king.person('PARENT', 'stranger')).do(propose, { connectionId, plan: another })).rejects.toEqual(refusal('NOT_FOUND'));
    const proposed = await parent.do<Plan>(propose, { connectionId, plan: another });
    expect(proposed).toMatchObject({ revision: 2, ...another, proposedSide: 'PARENT', agreedAt: null }); // a parent asks for several calls a week
    expect((await holding(family, caregiver)).revision).toBe(1);
    await expect(change(parent, agree, { planId: proposed.id })).rejects.toEqual(refusal('MEETINGS.OWN_PROPOSAL'));
    await expect(change(await king.person('CAREGIVER', 'stranger'), agree, { planId: proposed.id })).rejects.toEqual(refusal('NOT_FOUND'));
    expect((await change<Plan>(caregiver, agree, { planId: proposed.id })).agreedAt).not.toBeNull();
    await expect(change(caregiver, agree, { planId: proposed.id })).rejects.toEqual(refusal('MEETINGS.ALREADY_AGREED'));
    expect((await holding(family, parent)).revision).toBe(2);

    const third = await caregiver.do<Plan>(propose, { connectionId, plan: often });
    await parent.do(propose, { connectionId, plan: { ...often, timesPerWeek: 3 } });
    await expect(change(parent, agree, { planId: third.id })).rejects.toEqual(refusal('MEETINGS.PROPOSED_ANEW'));
    const revisions = await family.read<Plan[]>(caseworker, `communicationPlanRevisions { ${fields} }`);
    expect(revisions.map(({ revision, agreedAt }) => [revision, agreedAt !== null])).toEqual([[4, false], [3, false], [2, true], [1, true]]);
  });

  it('S38 R44 stays within what the case plan sets for the parent and the child: it is refused beyond it, when it is made, proposed and agreed', async () => {
    const { family, ally, mentor, meetingId } = await beforeThePlan('case-plan');
    const { connectionId, parent, caregiver } = family;
    const few = (timesPerWeek: number): { channels: string[]; timesPerWeek: number } => ({ channels: ['CALL', 'MESSAGE'], timesPerWeek });
    await limit(family, few(2), 1);
    const agreeOn = (terms: object): Promise<unknown> => ally.do(cover, { meetingId, key: 'COMMUNICATION_PLAN', plan: { ...usualPlan, ...terms } });
    await expect(agreeOn({})).rejects.toEqual(refusal('CASE_PLAN_TERMS_NEEDED'));
    await expect(agreeOn({ channels: ['CALL'] })).rejects.toEqual(refusal('CASE_PLAN_TERMS_NEEDED'));
    await expect(agreeOn({ channels: ['CALL'], timesPerWeek: 3 })).rejects.toEqual(refusal('BEYOND_CASE_PLAN'));
    await expect(agreeOn({ channels: ['CALL', 'IN_PERSON'], timesPerWeek: 1 })).rejects.toThrow('This goes beyond what the case plan sets for contact. Please ask the caseworker.');
    await agreeOn({ channels: ['MESSAGE', 'CALL'], timesPerWeek: 2 });

    await limit(family, few(1), 2);
    await expect(mentor.do(hold, { meetingId, heldAt: now() })).rejects.toEqual(refusal('BEYOND_CASE_PLAN'));
    await agreeOn({ channels: ['MESSAGE', 'CALL'], timesPerWeek: 1 });
    await mentor.do(hold, { meetingId, heldAt: now() });
    expect(await holding(family, parent)).toMatchObject({ revision: 2, channels: ['CALL', 'MESSAGE'], timesPerWeek: 1, agreedAt: expect.any(String) });

    await limit(family, few(4), 3);
    await expect(parent.do(propose, { connectionId, plan: { ...usualPlan, ...few(5) } })).rejects.toEqual(refusal('BEYOND_CASE_PLAN'));
    const { id: planId } = await parent.do<Plan>(propose, { connectionId, plan: { ...usualPlan, ...few(4) } });
    await limit(family, few(2), 4);
    await expect(change(caregiver, agree, { planId })).rejects.toEqual(refusal('BEYOND_CASE_PLAN'));
    await limit(family, few(4), 5);
    expect(await change<Plan>(caregiver, agree, { planId })).toMatchObject({ revision: 3, timesPerWeek: 4, agreedAt: expect.any(String), notice: null });
    await limit(family, few(3), 6); // what both agreed on stays to read, and is more than they may
    for (const reader of [parent, caregiver]) expect(await holding(family, reader)).toMatchObject({ revision: 3, timesPerWeek: 4, notice: 'This is not possible at present. Please ask your caseworker.' });
  });
});
