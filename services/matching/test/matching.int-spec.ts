import { eventually, openConnection, placeFamily, SharedWorld, type Actor, type TestCounty } from '@fc/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { accepting, ally, approving, carer, connect, declining, matchUp, needOf, propose, proposing, refusalOf, saidOf, tell } from './program.ts';

let world: SharedWorld;
let king: TestCounty;
let coordinator: Actor;

beforeAll(async () => {
  world = await SharedWorld.join('king', 'pierce');
  king = world.county('king');
  coordinator = await king.person('COORDINATOR');
}, 120_000);
afterAll(() => world?.stop());

const running = `mutation ($input: RunMatchingInput!) { runMatching(input: $input) {
  id proposals { id mentorRole mentor { id } participantId explanation sharedLanguages reasons { key value } } unmatched { need { participantId } because explanation }
} }`;
interface Run {
  readonly id: string;
  readonly proposals: { id: string; mentorRole: string; mentor: { id: string }; participantId: string }[];
  readonly unmatched: { need: { participantId: string }; because: string }[];
}

/** A parent with a caregiver of the same name, who wait for their mentors. */
async function family(name: string, languages: readonly string[] = ['en']) {
  const [parent, caregiver] = [await king.person('PARENT', name, { languages }), await king.person('CAREGIVER', name)];
  return { parent, caregiver, ...(await connect(king, parent, [caregiver])) };
}

describe('a run', () => {
  it('S02 R11 R12 proposes a Parent Ally to a parent and a Caregiver Mentor to a household, says why, and what stands in the way of others', async () => {
    const pierce = world.county('pierce');
    const staff = await pierce.person('COORDINATOR');
    const parent = await pierce.person('PARENT', 'Noor', { languages: ['so', 'en'] });
    const { householdId } = await connect(pierce, parent, [await pierce.person('CAREGIVER', 'Dana')]);
    const lonely = await pierce.person('PARENT', 'Linh', { languages: ['vi'] });
    await connect(pierce, lonely, [await pierce.person('CAREGIVER', 'Kim')], { householdId });
    const [english, somali, mentor] = [await ally(pierce, 'Ann'), await ally(pierce, 'Sahra', { languages: ['so', 'en'] }), await carer(pierce, 'Max')];

    const input = { idempotencyKey: crypto.randomUUID() };
    const run = await staff.do<Run>(running, input);
    expect(run.proposals).toHaveLength(2);
    expect(run.proposals).toContainEqual(
      expect.objectContaining({
        mentorRole: 'PARENT_ALLY',
        mentor: { id: somali.personId },
        participantId: parent.personId,
        sharedLanguages: ['so', 'en'],
        explanation:
          'Both speak Somali and English. Met: the role, training and experience, nobody on leave, nobody too close to the family, a language in common, nobody asked or matched with them before, and a free place. The mentor speaks a language in which the family is most comfortable. The mentor had 3 free places. Somebody else was possible too; less spoke for them.',
      }),
    );
    expect(run.proposals).toContainEqual(expect.objectContaining({ mentorRole: 'CAREGIVER_MENTOR', mentor: { id: mentor.personId }, participantId: householdId }));
    expect(run.unmatched).toEqual([{ need: { participantId: lonely.personId }, because: 'LANGUAGE', explanation: 'Those who could mentor them have no language in common with them.' }]);

    expect((await staff.do<Run>(running, input)).id).toBe(run.id);
    const [first, second] = await Promise.all([staff.do<Run>(running, {}), staff.do<Run>(running, {})]);
    expect([...first.proposals, ...second.proposals]).toEqual([]);
    expect(await refusalOf(english.do(running, {}))).toBe('FORBIDDEN');
  });

  it('S02 asks nobody before a coordinator has approved: until then neither side sees or hears of it, and it can be taken back for good', async () => {
    const parent = await king.person('PARENT', 'Approval', { languages: ['ht'] });
    await connect(king, parent, [await king.person('CAREGIVER', 'Approval')]);
    const [first, second] = [await ally(king, 'Approval1', { languages: ['ht'] }), await ally(king, 'Approval2', { languages: ['ht'] })];
    const run = async () => (await coordinator.do<Run>(running, {})).proposals.find(({ participantId }) => participantId === parent.personId)!;
    const suggested = await run();
    const [chosen, other] = suggested.mentor.id === first.personId ? [first, second] : [second, first];
    const proposalId = suggested.id;
    const asked = () => king.rows(`select 1 from (select envelope from matching.outbox_event union all select envelope from matching.event_log) said where envelope->>'type' = 'matching.notification-requested.v1' and envelope->'data'->>'personId' in ($1, $2)`, [parent.personId, other.personId]);
    for (const who of [parent, chosen]) {
      expect(await who.get('{ myProposals { id } }')).toEqual({ myProposals: [] });
      expect(await refusalOf(tell(who, accepting, { proposalId }))).toBe('NOT_FOUND');
      expect(await refusalOf(tell(who, declining, { proposalId }))).toBe('NOT_FOUND');
      expect(await refusalOf(tell(who, approving, { proposalIds: [proposalId] }))).toBe('FORBIDDEN');
    }
    expect(await saidOf(king, 'matching.match-proposed.v1', chosen)).toEqual([]);
    expect(await asked()).toEqual([]);
    expect(await refusalOf(tell(king.supervisor, approving, { proposalIds: [proposalId] }))).toBe('FORBIDDEN');

    const waiting = '{ matchProposals(first: 100, approved: false, status: PROPOSED) { nodes { id approvedAt } } }';
    expect(await coordinator.get(waiting)).toEqual({ matchProposals: { nodes: [{ id: proposalId, approvedAt: null }] } });
    await tell(coordinator, 'mutation ($input: WithdrawProposalInput!) { withdrawProposal(input: $input) { status } }', { proposalId, notAgain: true });
    expect(await refusalOf(tell(coordinator, approving, { proposalIds: [proposalId] }))).toBe('MATCHING.PROPOSAL_CLOSED');
    expect(await parent.get('{ myProposals { id } }')).toEqual({ myProposals: [] });

    const next = await run();
    expect(next.mentor.id).toBe(other.personId);
    await tell(coordinator, approving, { proposalIds: [next.id, next.id] });
    await tell(coordinator, approving, { proposalIds: [next.id] });
    expect(await saidOf(king, 'matching.match-proposed.v1', other)).toHaveLength(1);
    expect(await asked()).toHaveLength(2);
    for (const who of [parent, other]) expect(await who.get('{ myProposals { id status } }')).toEqual({ myProposals: [{ id: next.id, status: 'PROPOSED' }] });
    for (const who of [parent, other]) await tell(who, accepting, { proposalId: next.id });
    expect(await other.get('{ myMatches { participantId } }')).toEqual({ myMatches: [{ participantId: parent.personId }] });
  });

  it('S02 gives way to a coordinator who chooses somebody else before it is approved', async () => {
    const parent = await king.person('PARENT', 'Choice', { languages: ['lo'] });
    await connect(king, parent, [await king.person('CAREGIVER', 'Choice')]);
    const [first, second] = [await ally(king, 'Choice1', { languages: ['lo'] }), await ally(king, 'Choice2', { languages: ['lo'] })];
    const { proposals } = await coordinator.do<Run>(running, {});
    const suggested = proposals.find(({ participantId }) => participantId === parent.personId)!;
    const chosen = suggested.mentor.id === first.personId ? second : first;
    expect(await refusalOf(propose(king, parent.personId, chosen))).toBe('MATCHING.REASON_NEEDED');
    const proposalId = await propose(king, parent.personId, chosen, 'They asked for each other.');
    expect(await parent.get('{ myProposals { id } }')).toEqual({ myProposals: [{ id: proposalId }] });
    expect(await refusalOf(tell(coordinator, approving, { proposalIds: [suggested.id] }))).toBe('MATCHING.PROPOSAL_CLOSED');
    expect(await refusalOf(propose(king, parent.personId, chosen))).toBe('MATCHING.PROPOSAL_ALREADY_OPEN');
  });

  it('R12 R23 gives a relative who cares for the child, and whoever is like one, a Caregiver Mentor as well, and no Parent Ally', async () => {
    const parent = await king.person('PARENT', 'Nephew');
    const notFor = await ally(king, 'Kin');
    for (const kind of ['KINSHIP_CAREGIVER', 'FICTIVE_KIN']) {
      const caregiver = await king.person('CAREGIVER', kind);
      const household = await coordinator.do<{ id: string }>('mutation ($input: RegisterCaregiverHouseholdInput!) { registerCaregiverHousehold(input: $input) { id } }', { kind, licensed: false, caregiverIds: [caregiver.personId] });
      await connect(king, parent, [caregiver], { householdId: household.id });
      expect(await needOf(king, household.id)).toMatchObject({ mentorRole: 'CAREGIVER_MENTOR' });
      expect(await refusalOf(propose(king, household.id, notFor))).toBe('MATCHING.WRONG_ROLE');
      const mentor = await carer(king, kind);
      await matchUp(king, household.id, caregiver, mentor);
      expect(await caregiver.get('{ myMatches { mentorRole mentor { id } } }')).toEqual({ myMatches: [{ mentorRole: 'CAREGIVER_MENTOR', mentor: { id: mentor.personId } }] });
    }
  });
});

describe('a proposal by hand', () => {
  it('R11 R12 is refused in the wrong role, and allowed in the right one', async () => {
    const { parent, householdId } = await family('Role');
    const [parentAlly, mentor] = [await ally(king, 'Role'), await carer(king, 'Role')];
    const [parentsNeed, householdsNeed] = [await needOf(king, parent.personId), await needOf(king, householdId)];
    const by = (needId: string, who: Actor) => refusalOf(coordinator.do(proposing, { needId, mentorId: who.personId }));
    expect(await by(householdsNeed.id, parentAlly)).toBe('MATCHING.WRONG_ROLE');
    expect(await by(parentsNeed.id, mentor)).toBe('MATCHING.WRONG_ROLE');
    expect(await by(parentsNeed.id, parent)).toBe('MATCHING.NOT_A_MENTOR');
    expect(await refusalOf(mentor.do(proposing, { needId: householdsNeed.id, mentorId: mentor.personId }))).toBe('FORBIDDEN');
    expect(await by(householdsNeed.id, mentor)).toBe('NONE');
    expect(await by(parentsNeed.id, parentAlly)).toBe('NONE');
    expect(await by(parentsNeed.id, parentAlly)).toBe('MATCHING.PROPOSAL_ALREADY_OPEN');
  });

  it('is refused without a common language, and to somebody of the same connection', async () => {
    const { parent } = await family('Tongue', ['vi']);
    expect(await refusalOf(propose(king, parent.personId, await ally(king, 'Tongue')))).toBe('MATCHING.NO_SHARED_LANGUAGE');
    const self = await ally(king, 'Self', { languages: ['vi'] });
    await connect(king, parent, [self]);
    expect(await refusalOf(propose(king, parent.personId, self))).toBe('MATCHING.CONFLICT');
    expect(await refusalOf(propose(king, parent.personId, await ally(king, 'Tongues', { languages: ['vi-VN'] })))).toBe('NONE');
  });

  it('is made once however often the same request is sent', async () => {
    const { parent } = await family('Once');
    const mentor = await ally(king, 'Once');
    const request = { idempotencyKey: crypto.randomUUID(), needId: (await needOf(king, parent.personId)).id, mentorId: mentor.personId };
    const [one, again] = [await coordinator.do<{ id: string }>(proposing, request), await coordinator.do<{ id: string }>(proposing, request)];
    expect(again.id).toBe(one.id);
    expect(await saidOf(king, 'matching.match-proposed.v1', mentor)).toHaveLength(1);
  });

  it('can be taken back by a coordinator, and then be accepted no more', async () => {
    const { parent } = await family('Back');
    const proposalId = await propose(king, parent.personId, await ally(king, 'Back'));
    await tell(coordinator, 'mutation ($input: WithdrawProposalInput!) { withdrawProposal(input: $input) { status } }', { proposalId });
    expect(await refusalOf(tell(parent, accepting, { proposalId }))).toBe('MATCHING.PROPOSAL_CLOSED');
    expect(await needOf(king, parent.personId)).toMatchObject({ mentorRole: 'PARENT_ALLY' });
  });
});

describe('the answer of both', () => {
  const mine = '{ myProposals { mySide status sharedLanguages explanation acceptedByMe mentor { givenName } participants { givenName } } }';

  it('S02 S07 tells neither who the other is until both have said yes, and then makes the match', async () => {
    const { parent } = await family('Ruth');
    const mentor = await ally(king, 'Vera');
    const proposalId = await propose(king, parent.personId, mentor);
    const open = { status: 'PROPOSED', sharedLanguages: ['en'], acceptedByMe: false, mentor: null, participants: [] };
    expect(await mentor.get(mine)).toEqual({ myProposals: [{ mySide: 'MENTOR', ...open, explanation: 'Both speak English. Your training and your free places were looked at, and that you are not close to the family.' }] });
    expect(await parent.get(mine)).toEqual({ myProposals: [{ mySide: 'PARTICIPANT', ...open, explanation: 'Both speak English. Their training and experience were looked at, and that they are not close to your family.' }] });

    expect(await tell(mentor, accepting, { proposalId })).toMatchObject({ status: 'PROPOSED', acceptedByMe: true });
    expect(await tell(mentor, accepting, { proposalId })).toMatchObject({ status: 'PROPOSED', acceptedByMe: true });
    expect(await parent.get(mine)).toMatchObject({ myProposals: [{ acceptedByMe: false, mentor: null }] });
    expect(await tell(parent, accepting, { proposalId })).toMatchObject({ status: 'ACCEPTED' });
    expect(await tell(parent, accepting, { proposalId })).toMatchObject({ status: 'ACCEPTED' });

    await eventually(async () => {
      expect(await mentor.get(mine)).toMatchObject({ myProposals: [{ mentor: { givenName: 'Vera' }, participants: [{ givenName: 'Ruth' }] }] });
      expect(await parent.get(mine)).toMatchObject({ myProposals: [{ mentor: { givenName: 'Vera' }, participants: [{ givenName: 'Ruth' }] }] });
    });
    expect(await saidOf(king, 'matching.match-accepted.v1', mentor)).toMatchObject([{ data: { mentorRole: 'PARENT_ALLY', participantId: parent.personId } }]);
    await expect(needOf(king, parent.personId)).rejects.toThrow('nobody waits there');
  });

  it('S08 shows both mentors on the family connection to whoever is on it, and to nobody else', async () => {
    const home = await placeFamily(king, 'Joined');
    const id = await openConnection(king, home);
    await eventually(() => needOf(king, home.householdId));
    const [parentAlly, mentor] = [await ally(king, 'Joined'), await carer(king, 'Joined')];
    await matchUp(king, home.parent.personId, home.parent, parentAlly);
    await matchUp(king, home.householdId, home.caregiver, mentor);
    const query = 'query ($id: UUID!) { familyConnection(id: $id) { parentAlly { mentor { id } participants { id } } caregiverMentor { mentor { id } participants { id } } mentorNeeds { metAt } } }';
    const both = {
      parentAlly: { mentor: { id: parentAlly.personId }, participants: [{ id: home.parent.personId }] },
      caregiverMentor: { mentor: { id: mentor.personId }, participants: [{ id: home.caregiver.personId }] },
      mentorNeeds: [{ metAt: expect.any(String) }, { metAt: expect.any(String) }],
    };
    for (const reader of [coordinator, home.parent, home.caregiver, mentor]) await eventually(async () => expect(await reader.get(query, { id })).toEqual({ familyConnection: both }));
    expect(await refusalOf((await king.person('PARENT', 'Stranger')).get(query, { id }))).toBe('NOT_FOUND');
  });

  it('lets any caregiver of the household answer, and is no proposal for anybody else', async () => {
    const [one, other] = [await king.person('CAREGIVER', 'One'), await king.person('CAREGIVER', 'Other')];
    const parent = await king.person('PARENT', 'TwoCarers');
    const { householdId } = await connect(king, parent, [one, other]);
    const mentor = await carer(king, 'TwoCarers');
    const proposalId = await propose(king, householdId, mentor);
    for (const stranger of [parent, coordinator, await ally(king, 'Stranger')]) {
      expect(await refusalOf(tell(stranger, accepting, { proposalId }))).toBe('NOT_FOUND');
      expect(await refusalOf(tell(stranger, declining, { proposalId }))).toBe('NOT_FOUND');
    }
    await tell(mentor, accepting, { proposalId });
    expect(await tell(other, accepting, { proposalId })).toMatchObject({ status: 'ACCEPTED' });
    expect(await one.get('{ myMatches { mentor { id } } }')).toEqual({ myMatches: [{ mentor: { id: mentor.personId } }] });
  });

  it('keeps the reason of whoever declines from the other side, and lets the need wait on', async () => {
    const { parent } = await family('Declined');
    const mentor = await ally(king, 'Declined');
    const proposalId = await propose(king, parent.personId, mentor);
    await tell(mentor, declining, { proposalId, reason: 'We worked at the same place.' });
    expect(await refusalOf(parent.get('{ myProposals { declineReason } }'))).toBe('GRAPHQL_VALIDATION_FAILED');
    expect(JSON.stringify(await parent.get(mine))).not.toContain('same place');
    const { matchProposals } = await coordinator.get<{ matchProposals: { nodes: object[] } }>('{ matchProposals(first: 100, status: DECLINED) { nodes { id declinedBy declineReason } } }');
    expect(matchProposals.nodes).toContainEqual({ id: proposalId, declinedBy: 'MENTOR', declineReason: 'We worked at the same place.' });
    expect(await saidOf(king, 'matching.match-declined.v1', mentor)).toHaveLength(1);
    expect(await refusalOf(tell(parent, accepting, { proposalId }))).toBe('MATCHING.PROPOSAL_CLOSED');
    expect(await refusalOf(parent.get('{ matchProposals { nodes { id } } }'))).toBe('FORBIDDEN');
    await needOf(king, parent.personId);
  });

  it('refuses one match more than the mentor has room for', async () => {
    const [first, second] = [await family('Full1'), await family('Full2')];
    const mentor = await ally(king, 'Full', { capacity: 2 });
    const proposals = [await propose(king, first.parent.personId, mentor), await propose(king, second.parent.personId, mentor)];
    expect(await refusalOf(propose(king, (await family('Full3')).parent.personId, mentor))).toBe('MATCHING.MENTOR_FULL');
    const { myMentorProfile } = await mentor.get<{ myMentorProfile: { id: string } }>('{ myMentorProfile { id } }');
    await tell(mentor, 'mutation ($input: SetMentorCapacityInput!) { setMentorCapacity(input: $input) { id } }', { profileId: myMentorProfile.id, capacity: 1 });
    for (const proposalId of proposals) await tell(mentor, accepting, { proposalId });
    const answers = await Promise.all([refusalOf(tell(first.parent, accepting, { proposalId: proposals[0] })), refusalOf(tell(second.parent, accepting, { proposalId: proposals[1] }))]);
    expect(answers.sort()).toEqual(['MATCHING.MENTOR_FULL', 'NONE']);
    expect(await mentor.get('{ myMentorProfile { activeLoad } }')).toEqual({ myMentorProfile: { activeLoad: 1 } });
  });

  it('makes one match of twenty answers at the same time', async () => {
    const { parent } = await family('Twenty');
    const mentor = await ally(king, 'Twenty');
    const proposalId = await propose(king, parent.personId, mentor);
    const answers = await Promise.all(Array.from({ length: 20 }, (_, index) => refusalOf(tell(index % 2 ? mentor : parent, accepting, { proposalId }))));
    expect(new Set(answers)).toEqual(new Set(['NONE']));
    expect(await king.rows('select id from matching.mentor_match where proposal_id = $1', [proposalId])).toHaveLength(1);
    expect(await saidOf(king, 'matching.match-accepted.v1', mentor)).toHaveLength(1);
  });
});
