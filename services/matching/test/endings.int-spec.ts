import { ConnectionClosedV1, ContactProhibitedV1, RoleGrantedV1, RoleRevokedV1 } from '@fc/contracts';
import { newId, type Id } from '@fc/domain-kernel';
import { eventually, hoursAgo, openConnection, placeFamily, SharedWorld, type Actor, type TestCounty } from '@fc/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { accepting, ally, carer, connect, ending, matchUp, needOf, propose, refusalOf, registering, saidOf, tell } from './program.ts';

let world: SharedWorld;
let king: TestCounty;
let coordinator: Actor;

beforeAll(async () => {
  world = await SharedWorld.join('king');
  king = world.county('king');
  coordinator = await king.person('COORDINATOR');
}, 120_000);
afterAll(() => world?.stop());

async function family(name: string) {
  const [parent, caregiver] = [await king.person('PARENT', name), await king.person('CAREGIVER', name)];
  return { parent, caregiver, ...(await connect(king, parent, [caregiver])) };
}
const close = (connectionId: Id<'FamilyConnection'>, closedAt = new Date().toISOString()) => king.say(ConnectionClosedV1, { connectionId, closedAt });
const nobodyWaits = (participantId: string) => eventually(() => expect(needOf(king, participantId)).rejects.toThrow('nobody waits there'));
const prohibit = (...people: Actor[]) =>
  king.say(ContactProhibitedV1, {
    prohibitionId: newId<'ContactProhibition'>(),
    people: people.map((person) => person.personId as Id<'Person'>),
    channels: ['CALL'],
    from: new Date().toISOString(),
    to: null,
  });

describe('the end of a match', () => {
  it('S02 is said by a coordinator, opens the need again, and frees the place', async () => {
    const { parent } = await family('Ended');
    const mentor = await ally(king, 'Ended', { capacity: 1 });
    const matchId = await matchUp(king, parent.personId, parent, mentor);
    expect(await refusalOf(tell(parent, ending, { matchId }))).toBe('FORBIDDEN');
    const ended = await tell<{ endedAt: string }>(coordinator, ending, { matchId });
    expect(await tell(coordinator, ending, { matchId })).toEqual(ended);
    expect(await needOf(king, parent.personId)).toMatchObject({ since: ended.endedAt });
    expect(await saidOf(king, 'matching.match-ended.v1', mentor)).toHaveLength(1);
    expect(await mentor.get('{ myMatches { id } myMentorProfile { activeLoad } }')).toEqual({ myMatches: [], myMentorProfile: { activeLoad: 0 } });

    const run = await coordinator.do<{ unmatched: { need: { participantId: string }; because: string }[] }>('mutation ($input: RunMatchingInput!) { runMatching(input: $input) { unmatched { need { participantId } because } } }', {});
    expect(run.unmatched).toContainEqual({ need: { participantId: parent.personId }, because: 'TRIED_BEFORE' });
    expect(await refusalOf(propose(king, parent.personId, mentor))).toBe('MATCHING.REASON_NEEDED');
    expect(await refusalOf(propose(king, parent.personId, mentor, 'Both asked for one more try.'))).toBe('NONE');
  });

  it('S02 keeps a typed reason for the county, which neither side reads, and lets nobody wait whose goal is reached', async () => {
    const { parent } = await family('Reason');
    const mentor = await ally(king, 'Reason');
    const matchId = await matchUp(king, parent.personId, parent, mentor);
    for (const who of [parent, mentor]) expect(await refusalOf(who.get('{ myMatches { endedBecause } }'))).toBe('FORBIDDEN');
    expect(await tell(coordinator, ending, { matchId, reason: 'GOAL_REACHED' })).toMatchObject({ endedBecause: 'GOAL_REACHED' });
    await nobodyWaits(parent.personId);
    const history = `query ($id: UUID!) { mentorMatches(participantId: $id) { nodes { id mentor { id } endedBecause } } }`;
    for (const reader of [coordinator, king.supervisor]) expect(await reader.get(history, { id: parent.personId })).toEqual({ mentorMatches: { nodes: [{ id: matchId, mentor: { id: mentor.personId }, endedBecause: 'GOAL_REACHED' }] } });
    for (const who of [parent, mentor]) expect(await refusalOf(who.get(history, { id: parent.personId }))).toBe('FORBIDDEN');

    const { myMentorNeeds } = await parent.get<{ myMentorNeeds: { id: string; waiting: boolean }[] }>('{ myMentorNeeds { id waiting } }');
    expect(myMentorNeeds).toEqual([{ id: expect.any(String), waiting: false }]);
    const again = 'mutation ($input: AskForMentorAgainInput!) { askForMentorAgain(input: $input) { waiting } }';
    expect(await refusalOf(tell(mentor, again, { needId: myMentorNeeds[0]!.id }))).toBe('NOT_FOUND');
    expect(await tell(parent, again, { needId: myMentorNeeds[0]!.id })).toEqual({ waiting: true });
    await needOf(king, parent.personId);
  });

  it('S02 is asked for by either side with one action and no reason, a coordinator sees to it, and the other side never learns who asked', async () => {
    const asking = 'mutation ($input: AskForRematchInput!) { askForRematch(input: $input) { id endedAt rematchAskedByMySide } }';
    const takingBack = 'mutation ($input: TakeBackRematchRequestInput!) { takeBackRematchRequest(input: $input) { rematchAskedByMySide } }';
    const listed = '{ rematchRequests(first: 100) { nodes { askedBy match { id } } } }';
    type Listed = { rematchRequests: { nodes: { askedBy: string; match: { id: string } }[] } };
    const askedFor = async (matchId: string) => (await coordinator.get<Listed>(listed)).rematchRequests.nodes.filter(({ match }) => match.id === matchId).map(({ askedBy }) => askedBy);
    const mine = '{ myMatches { id rematchAskedByMySide endedAt } myMatchingAccessLog { nodes { role what } } }';
    const [family1, family2, stranger] = [await family('Anew1'), await family('Anew2'), await ally(king, 'AnewElsewhere')];
    const [first, second] = [await ally(king, 'Anew1'), await ally(king, 'Anew2')];
    const matches = [await matchUp(king, family1.parent.personId, family1.parent, first), await matchUp(king, family2.parent.personId, family2.parent, second)] as const;

    for (const other of [stranger, family1.caregiver, coordinator, king.supervisor]) expect(await refusalOf(other.do(asking, { matchId: matches[0] }))).toBe('NOT_FOUND');
    for (const [asks, silent, matchId, side] of [[family1.parent, first, matches[0], 'PARTICIPANT'], [second, family2.parent, matches[1], 'MENTOR']] as const) {
      const before = await silent.get(mine);
      expect(await asks.do(asking, { matchId })).toEqual({ id: matchId, endedAt: null, rematchAskedByMySide: true });
      await asks.do(asking, { matchId });
      expect(await silent.get(mine)).toEqual(before);
      expect(before).toMatchObject({ myMatches: [{ id: matchId, rematchAskedByMySide: false }] });
      expect(await askedFor(matchId)).toEqual([side]);
      for (const who of [asks, silent]) expect(await refusalOf(who.get(listed))).toBe('FORBIDDEN');
      expect(await refusalOf(tell(stranger, takingBack, { matchId }))).toBe('NOT_FOUND');
    }
    expect(await king.supervisor.get<Listed>(listed)).toMatchObject({ rematchRequests: { nodes: expect.arrayContaining([expect.objectContaining({ match: { id: matches[1] } })]) } });
    expect(await tell(second, takingBack, { matchId: matches[1] })).toEqual({ rematchAskedByMySide: false });
    expect(await askedFor(matches[1])).toEqual([]);

    const anew = await coordinator.do<{ proposals: { participantId: string; mentor: { id: string } }[] }>('mutation ($input: RematchInput!) { rematch(input: $input) { proposals { participantId mentor { id } } } }', { matchId: matches[0] });
    expect(anew.proposals.filter(({ mentor }) => mentor.id === first.personId)).toEqual([]);
    expect(await askedFor(matches[0])).toEqual([]);
    expect(await refusalOf(family1.parent.do(asking, { matchId: matches[0] }))).toBe('NOT_FOUND');
    const { myMatchingAccessLog } = await first.get<{ myMatchingAccessLog: { nodes: object[] } }>('{ myMatchingAccessLog { nodes { role what } } }');
    expect(myMatchingAccessLog.nodes).toContainEqual({ role: 'COORDINATOR', what: 'your match' });
    expect(myMatchingAccessLog.nodes).not.toContainEqual({ role: 'PARENT', what: 'your match' });
    expect(JSON.stringify(await saidOf(king, 'matching.match-ended.v1', first))).not.toMatch(/asked|reason|because/i);
  });

  it('R80 S02 hands over what the family agreed to, and leaves the notes of the pair behind', async () => {
    const home = await placeFamily(king, 'HandOver');
    const connectionId = await openConnection(king, home);
    await eventually(() => needOf(king, home.parent.personId));
    const [before, after] = [await ally(king, 'HandOver1'), await ally(king, 'HandOver2')];
    const matchId = await matchUp(king, home.parent.personId, home.parent, before);
    const note = 'Between the two of us.';
    const preparing = 'mutation ($input: RecordPreparationInput!) { recordPreparation(input: $input) { id } }';
    const heldAt = hoursAgo(0);
    await eventually(() => before.do(preparing, { connectionId, heldAt, topics: ['All'], note }));
    const spoke = 'query ($id: UUID!) { mentorMatches(participantId: $id) { nodes { lastContactAt } } }';
    await eventually(async () => expect(await coordinator.get(spoke, { id: home.parent.personId })).toEqual({ mentorMatches: { nodes: [{ lastContactAt: heldAt }] } }));

    const { myMentorNeeds } = await home.parent.get<{ myMentorNeeds: { id: string }[] }>('{ myMentorNeeds { id } }');
    const needId = myMentorNeeds[0]!.id;
    const suggesting = 'mutation ($input: SuggestHandOverInput!) { suggestHandOver(input: $input) { handOver { suggested agreed } } }';
    const agreeing = 'mutation ($input: AgreeHandOverInput!) { agreeHandOver(input: $input) { handOver { suggested agreed } } }';
    expect(await refusalOf(tell(after, suggesting, { matchId, text: 'Not mine.' }))).toBe('NOT_FOUND');
    expect(await refusalOf(tell(home.parent, agreeing, { needId }))).toBe('MATCHING.NOTHING_TO_HAND_OVER');
    expect(await tell(before, suggesting, { matchId, text: 'Likes to talk in the evening.' })).toEqual({ handOver: { suggested: 'Likes to talk in the evening.', agreed: null } });
    for (const stranger of [before, home.caregiver, coordinator]) expect(await refusalOf(tell(stranger, agreeing, { needId }))).toBe('NOT_FOUND');
    expect(await tell(home.parent, agreeing, { needId })).toEqual({ handOver: { suggested: null, agreed: 'Likes to talk in the evening.' } });
    await tell(before, suggesting, { matchId, text: 'What the family has not agreed to.' });

    await tell(coordinator, ending, { matchId, reason: 'MENTOR_ASKED' });
    await matchUp(king, home.parent.personId, home.parent, after);
    const handedOver = '{ myMatches { handOver { suggested agreed } } }';
    const agreed = { handOver: { suggested: null, agreed: 'Likes to talk in the evening.' } };
    for (const who of [after, home.parent]) expect(await who.get(handedOver)).toEqual({ myMatches: [agreed] });
    const seen = 'query ($id: UUID!) { familyConnection(id: $id) { parentAlly { handOver { agreed } } preparations { note } } }';
    await eventually(async () => expect(await after.get(seen, { id: connectionId })).toEqual({ familyConnection: { parentAlly: { handOver: { agreed: agreed.handOver.agreed } }, preparations: [] } }));
    for (const other of [home.caregiver, coordinator]) expect(await other.get(seen, { id: connectionId })).toEqual({ familyConnection: { parentAlly: { handOver: null }, preparations: [] } });
    expect(await home.parent.get(seen, { id: connectionId })).toMatchObject({ familyConnection: { preparations: [{ note }] } });

    await tell(home.parent, 'mutation ($input: TakeBackHandOverInput!) { takeBackHandOver(input: $input) { id } }', { needId });
    expect(await after.get(handedOver)).toEqual({ myMatches: [{ handOver: { suggested: null, agreed: null } }] });
  });

  it('S02 is not brought by a change of home: the match goes with the parent, and counts once', async () => {
    const { parent, connectionId } = await family('Moved');
    const mentor = await ally(king, 'Moved');
    await matchUp(king, parent.personId, parent, mentor);
    const at = hoursAgo(0);
    await close(connectionId, at);
    await connect(king, parent, [await king.person('CAREGIVER', 'NewHome')], { openedAt: at });
    await connect(king, parent, [await king.person('CAREGIVER', 'SecondHome')], { openedAt: at });
    expect(await mentor.get('{ myMatches { participants { id } } myMentorProfile { activeLoad } }')).toEqual({ myMatches: [{ participants: [{ id: parent.personId }] }], myMentorProfile: { activeLoad: 1 } });
    await nobodyWaits(parent.personId);
  });

  it('S02 follows at once from a prohibition of contact between the two, on whatever channel, and they are not proposed again', async () => {
    const { caregiver, householdId } = await family('Prohibited');
    const mentor = await carer(king, 'Prohibited');
    const matchId = await matchUp(king, householdId, caregiver, mentor);
    await prohibit(caregiver, mentor);
    await eventually(async () => expect(await mentor.get('{ myMatches { id } }')).toEqual({ myMatches: [] }));
    expect(await saidOf(king, 'matching.match-ended.v1', mentor)).toHaveLength(1);
    const history = 'query ($id: UUID!) { mentorMatches(participantId: $id) { nodes { id endedBecause } } }';
    expect(await coordinator.get(history, { id: householdId })).toEqual({ mentorMatches: { nodes: [{ id: matchId, endedBecause: 'CONTACT_NOT_SAFE' }] } });
    for (const who of [caregiver, mentor]) expect(await refusalOf(who.get(history, { id: householdId }))).toBe('FORBIDDEN');
    expect(await refusalOf(propose(king, householdId, mentor))).toBe('MATCHING.CONFLICT');
  });

  it('follows too when the prohibition comes while both say yes', async () => {
    for (const round of ['Race1', 'Race2', 'Race3']) {
      const { parent } = await family(round);
      const mentor = await ally(king, round);
      const proposalId = await propose(king, parent.personId, mentor);
      await Promise.all([prohibit(parent, mentor), ...[parent, mentor].map((person) => refusalOf(tell(person, accepting, { proposalId })))]);
      const rule = () => king.rows('select 1 from matching.contact_rule where first_person_id in ($1, $2) and second_person_id in ($1, $2)', [parent.personId, mentor.personId]);
      await eventually(async () => expect(await rule()).toHaveLength(1));
      expect(await mentor.get('{ myMatches { id } }')).toEqual({ myMatches: [] });
      expect(await refusalOf(tell(parent, accepting, { proposalId }))).not.toBe('INTERNAL');
      expect(await parent.get('{ myMatches { id } myProposals { mentor { id } } }')).toEqual({ myMatches: [], myProposals: [{ mentor: null }] });
    }
  });

  it('does not follow from a prohibition between others', async () => {
    const { parent, caregiver } = await family('Untouched');
    const mentor = await ally(king, 'Untouched');
    const matchId = await matchUp(king, parent.personId, parent, mentor);
    await prohibit(parent, caregiver);
    await eventually(async () => expect(await king.rows('select 1 from matching.contact_rule where first_person_id in ($1, $2) and second_person_id in ($1, $2)', [parent.personId, caregiver.personId])).toHaveLength(1));
    expect(await mentor.get('{ myMatches { id } }')).toEqual({ myMatches: [{ id: matchId }] });
  });
});

describe('an open proposal', () => {
  it('is taken back when the two may have no contact, and says nothing of why', async () => {
    const { parent } = await family('Barred');
    const mentor = await ally(king, 'Barred');
    const proposalId = await propose(king, parent.personId, mentor);
    await tell(mentor, accepting, { proposalId });
    await prohibit(mentor, parent);
    await eventually(async () => expect(await parent.get('{ myProposals { status } }')).toEqual({ myProposals: [{ status: 'WITHDRAWN' }] }));
    expect(await refusalOf(tell(parent, accepting, { proposalId }))).toBe('MATCHING.PROPOSAL_CLOSED');
  });

  it('is taken back, like the match, when the mentor holds the role no more; registered again, they mentor again', async () => {
    const [asked, matched] = [await family('RoleAsked'), await family('RoleMatched')];
    const mentor = await ally(king, 'Revoked');
    await propose(king, asked.parent.personId, mentor);
    await matchUp(king, matched.parent.personId, matched.parent, mentor);
    const [role] = await king.rows<{ id: Id<'RoleAssignment'> }>(`select id from matching.access_role where person_id = $1`, [mentor.personId]);
    await king.say(RoleRevokedV1, { assignmentId: role!.id, personId: mentor.personId as Id<'Person'>, role: 'PARENT_ALLY', to: new Date().toISOString() });
    const state = () =>
      king.rows(
        `select profile.active, (select count(*)::int from matching.match_proposal where mentor_id = person_id and status = 'PROPOSED') as open,
                (select count(*)::int from matching.mentor_match where mentor_id = person_id and ended_at is null) as matches
           from matching.mentor_profile profile where person_id = $1`,
        [mentor.personId],
      );
    await eventually(async () => expect(await state()).toEqual([{ active: false, open: 0, matches: 0 }]));
    await needOf(king, matched.parent.personId);
    expect(await refusalOf(propose(king, asked.parent.personId, mentor))).toBe('MATCHING.NOT_ELIGIBLE');
    const again = { personId: mentor.personId, mentorRole: 'PARENT_ALLY', ownCaseClosedOn: '2020-01-31' };
    expect(await refusalOf(coordinator.do(registering, again))).toBe('MATCHING.NOT_A_MENTOR');
    await king.say(RoleGrantedV1, { assignmentId: newId<'RoleAssignment'>(), personId: mentor.personId as Id<'Person'>, role: 'PARENT_ALLY', from: new Date().toISOString() });
    await eventually(async () => expect(await coordinator.do(registering, again)).toMatchObject({ active: true, activeLoad: 0 }));
  });
});

describe('a need', () => {
  it('is withdrawn with its proposal when the last connection of the participant is closed', async () => {
    const { parent, householdId, connectionId } = await family('Closed');
    const other = await king.person('PARENT', 'StillThere');
    await connect(king, other, [await king.person('CAREGIVER', 'Closed')], { householdId });
    await propose(king, parent.personId, await ally(king, 'Closed'));
    await close(connectionId);
    await nobodyWaits(parent.personId);
    expect(await parent.get('{ myProposals { status } }')).toEqual({ myProposals: [{ status: 'WITHDRAWN' }] });
    await needOf(king, householdId);
  });

  it('waits on from the beginning through a change of home, and from anew when they come back later', async () => {
    const { parent, connectionId } = await family('Waiting');
    const { since } = await needOf(king, parent.personId);
    const at = hoursAgo(0);
    await close(connectionId, at);
    await nobodyWaits(parent.personId);
    const next = await connect(king, parent, [await king.person('CAREGIVER', 'Next')], { openedAt: at });
    expect(await needOf(king, parent.personId)).toMatchObject({ since });
    await close(next.connectionId);
    await nobodyWaits(parent.personId);
    const later = new Date(Date.now() + 1_000).toISOString();
    await connect(king, parent, [await king.person('CAREGIVER', 'Later')], { openedAt: later });
    expect(Date.parse((await needOf(king, parent.personId)).since)).toBe(Date.parse(later));
  });

  it('does not open again after the end of a match whose participant the program left', async () => {
    const { parent, connectionId } = await family('Left');
    const mentor = await ally(king, 'Left');
    const matchId = await matchUp(king, parent.personId, parent, mentor);
    await close(connectionId);
    await eventually(async () => expect(await king.rows('select 1 from matching.connection_party where connection_id = $1 and closed_at is null', [connectionId])).toHaveLength(0));
    await tell(coordinator, ending, { matchId });
    await nobodyWaits(parent.personId);
  });
});
