import { ConnectionOpenedV1 } from '@fc/contracts';
import { newId, type Id } from '@fc/domain-kernel';
import { eventually, Refused, type Actor, type TestCounty } from '@fc/testing';

/** Runs a mutation whose input takes no idempotency key. */
export async function tell<Result>(actor: Actor, mutation: string, input: object): Promise<Result> {
  const data = await actor.get<Record<string, Result>>(mutation, { input });
  return Object.values(data)[0] as Result;
}

/** The code with which that is refused; `NONE` when it is not. */
export const refusalOf = (asked: Promise<unknown>): Promise<string> =>
  asked.then(
    () => 'NONE',
    (error: unknown) => {
      if (error instanceof Refused) return error.code;
      throw error;
    },
  );

export const registering = 'mutation ($input: RegisterMentorProfileInput!) { registerMentorProfile(input: $input) { id eligible languages trainedOn capacity activeLoad active } }';
export const accepting = 'mutation ($input: AcceptProposalInput!) { acceptProposal(input: $input) { id status acceptedByMe } }';
export const declining = 'mutation ($input: DeclineProposalInput!) { declineProposal(input: $input) { id status } }';
export const ending = 'mutation ($input: EndMatchInput!) { endMatch(input: $input) { id endedAt endedBecause } }';
export const proposing = 'mutation ($input: ProposeMatchInput!) { proposeMatch(input: $input) { id status } }';

export const approving = 'mutation ($input: ApproveProposalsInput!) { approveProposals(input: $input) { id approvedAt } }';

interface About {
  readonly languages?: readonly string[];
  readonly capacity?: number;
  readonly trainedOn?: string | null;
}

/** A person who may be a Parent Ally, registered and trained. */
export async function ally(county: TestCounty, name: string, { languages = ['en'], ...about }: About = {}): Promise<Actor> {
  const person = await county.person('PARENT_ALLY', name, { languages });
  await (await county.person('COORDINATOR')).do(registering, { personId: person.personId, mentorRole: 'PARENT_ALLY', ownCaseClosedOn: '2020-01-31', trainedOn: '2024-05-01', ...about });
  return person;
}

/** A person who may be a Caregiver Mentor, registered and trained. */
export async function carer(county: TestCounty, name: string, { languages = ['en'], ...about }: About = {}): Promise<Actor> {
  const person = await county.person('CAREGIVER_MENTOR', name, { languages });
  const facts = { fosterExperience: 'FORMER', workedWithParents: true, trainedOn: '2024-05-01' };
  await (await county.person('COORDINATOR')).do(registering, { personId: person.personId, mentorRole: 'CAREGIVER_MENTOR', ...facts, ...about });
  return person;
}

/** A parent and a household of theirs, whom identity has brought together; their needs are known here. */
export async function connect(
  county: TestCounty,
  parent: Actor,
  caregivers: readonly Actor[],
  { householdId = newId(), openedAt = new Date().toISOString(), childId = newId<'Child'>() }: { householdId?: string; openedAt?: string; childId?: Id<'Child'> } = {},
): Promise<{ connectionId: Id<'FamilyConnection'>; householdId: Id<'CaregiverHousehold'> }> {
  const connectionId = newId<'FamilyConnection'>();
  const household = householdId as Id<'CaregiverHousehold'>;
  await county.say(ConnectionOpenedV1, {
    connectionId,
    parentId: parent.personId as Id<'Person'>,
    householdId: household,
    caregiverIds: caregivers.map((caregiver) => caregiver.personId as Id<'Person'>),
    children: [{ childId, placementId: newId<'Placement'>() }],
    openedAt,
  });
  await eventually(() => partyOf(county, connectionId));
  return { connectionId, householdId: household };
}

async function partyOf(county: TestCounty, connectionId: string): Promise<void> {
  const rows = await county.rows('select 1 from matching.connection_party where connection_id = $1', [connectionId]);
  if (rows.length === 0) throw new Error('not known yet');
}

export interface NeedRow {
  readonly id: string;
  readonly since: string;
  readonly mentorRole: string;
}

/** The open need of that participant. Throws while there is none. */
export async function needOf(county: TestCounty, participantId: string): Promise<NeedRow> {
  const coordinator = await county.person('COORDINATOR');
  const { openMentorNeeds } = await coordinator.get<{ openMentorNeeds: { nodes: (NeedRow & { participantId: string })[] } }>('{ openMentorNeeds(first: 100) { nodes { id since mentorRole participantId } } }');
  const need = openMentorNeeds.nodes.find((node) => node.participantId === participantId);
  if (!need) throw new Error('nobody waits there');
  return need;
}

/** A coordinator proposes that mentor for that participant; answers the proposal's id. */
export async function propose(county: TestCounty, participantId: string, mentor: Actor, reason: string | null = null): Promise<string> {
  const coordinator = await county.person('COORDINATOR');
  const need = await needOf(county, participantId);
  return (await coordinator.do<{ id: string }>(proposing, { needId: need.id, mentorId: mentor.personId, reason })).id;
}

/** A coordinator has mentors looked for; answers the run with these fields once it is finished. */
export async function runMatching<Run>(county: TestCounty, fields: string): Promise<Run> {
  const coordinator = await county.person('COORDINATOR');
  const { id } = await coordinator.do<{ id: string }>('mutation ($input: RunMatchingInput!) { runMatching(input: $input) { id } }', {});
  return eventually(async () => {
    const { matchRun } = await coordinator.get<{ matchRun: Run & { finishedAt: string | null } }>(`query ($id: UUID!) { matchRun(id: $id) { finishedAt ${fields} } }`, { id });
    if (matchRun.finishedAt === null) throw new Error('it still searches');
    return matchRun;
  }, { within: 40_000 });
}

/** What a mentor says of themselves. */
export async function describeMentor(mentor: Actor, about: object): Promise<void> {
  const { myMentorProfile } = await mentor.get<{ myMentorProfile: { id: string } }>('{ myMentorProfile { id } }');
  await tell(mentor, 'mutation ($input: DescribeMentorInput!) { describeMentor(input: $input) { id } }', { profileId: myMentorProfile.id, ...about });
}

/** What somebody of the family asks for. */
export async function askFor(who: Actor, about: object): Promise<void> {
  const { myMentorNeeds } = await who.get<{ myMentorNeeds: { id: string }[] }>('{ myMentorNeeds { id } }');
  await tell(who, 'mutation ($input: StateMentorWishesInput!) { stateMentorWishes(input: $input) { id } }', { needId: myMentorNeeds[0]!.id, ...about });
}

/** A coordinator approves all that a run proposed. */
export async function approve(county: TestCounty, proposals: readonly { readonly id: string }[]): Promise<void> {
  if (proposals.length > 0) await tell(await county.person('COORDINATOR'), approving, { proposalIds: proposals.map(({ id }) => id) });
}

/** Both say yes; answers the match's id. */
export async function matchUp(county: TestCounty, participantId: string, participant: Actor, mentor: Actor): Promise<string> {
  const proposalId = await propose(county, participantId, mentor);
  await tell(participant, accepting, { proposalId });
  await tell(mentor, accepting, { proposalId });
  const { myMatches } = await mentor.get<{ myMatches: { id: string; participantId: string }[] }>('{ myMatches { id participantId } }');
  return myMatches.find((match) => match.participantId === participantId)!.id;
}

/** What matching has said of that kind about that mentor. */
export const saidOf = (county: TestCounty, type: string, mentor: Actor): Promise<{ data: Record<string, unknown> }[]> =>
  county.rows(
    `select envelope->'data' as data from (select envelope from matching.outbox_event union all select envelope from matching.event_log) said
      where envelope->>'type' = $1 and envelope->'data'->>'mentorId' = $2`,
    [type, mentor.personId],
  );
