import type { Actor } from '../program/actor.ts';
import { daysAgo, hoursAgo, mutation, until, type Cast } from './stage.ts';
import type { Storyteller } from './storyteller.ts';

export interface Family {
  readonly householdId: string;
  readonly childIds: readonly string[];
  readonly connectionId: string;
}

interface Named {
  readonly id: string;
}

/** A child enters care, and the two families become one connection. */
export async function childEntersCare(story: Storyteller, { coordinator, caseworker, noor, dana, stranger }: Cast): Promise<Family> {
  story.chapter('Two children enter foster care');
  const request = await story.did('Noor, the children’s mother, asks to take part. Nothing is signed.', () =>
    noor.do<Named>(mutation('requestParticipation'), { as: 'PARENT', preferredLanguage: 'so' }),
  );
  await story.did('Cora, the coordinator, looks at the request and accepts it.', async () => {
    await coordinator.get(mutation('decideParticipationRequest'), { input: { requestId: request.id, decision: 'IN_REVIEW' } });
    await coordinator.get(mutation('decideParticipationRequest'), { input: { requestId: request.id, decision: 'ACCEPTED' } });
  });
  const children = await story.did('Casey, the caseworker, enters the siblings Ayan and Sami in one go; each gets a record.', () =>
    caseworker.do<Named[]>(mutation('registerChildren'), {
      children: [
        { givenName: 'Ayan', familyName: 'Example', birthDate: '2020-02-29' },
        { givenName: 'Sami', familyName: 'Example', birthDate: '2023-06-01' },
      ],
      parentIds: [noor.personId],
    }),
  );
  const childIds = children.map((child) => child.id);
  const household = await story.did('Cora registers Dana’s licensed foster home.', () =>
    coordinator.do<Named>(mutation('registerCaregiverHousehold'), { kind: 'FOSTER_PARENT', licensed: true, caregiverIds: [dana.personId] }),
  );
  await story.did('Casey records that the children were removed from home twenty hours ago.', () =>
    caseworker.do(mutation('beginFosterCare'), { childIds, removedAt: { at: hoursAgo(20) } }),
  );
  const place = { childIds, type: 'FOSTER_FAMILY_HOME', householdId: household.id };
  await story.refused('Casey mistypes the day: a placement before the removal.', 'DATE_TOO_EARLY', () =>
    caseworker.do(mutation('placeChildren'), { ...place, startedAt: { at: hoursAgo(200) } }),
  );
  await story.did('Casey places both children with Dana, eight hours ago.', () => caseworker.do(mutation('placeChildren'), { ...place, startedAt: { at: hoursAgo(8) } }));
  const connection = await story.did('Cora opens the family connection of Noor and Dana’s household.', () =>
    coordinator.do<Named>(mutation('openFamilyConnection'), { parentId: noor.personId, householdId: household.id }),
  );
  const see = 'query ($id: UUID!) { familyConnection(id: $id) { parent { givenName } children { givenName } } }';
  type Seen = { familyConnection: { parent: { givenName: string }; children: { givenName: string }[] } };
  const asDana = await until(() => dana.ask<Seen>(see, { id: connection.id }), ({ errors }) => errors.length === 0);
  story.saw(`Dana sees whose children they are: ${asDana.data?.familyConnection.parent.givenName}’s, ${asDana.data?.familyConnection.children.map((child) => child.givenName).join(' and ')}.`);
  await story.refused('Sasha, another parent of the county, asks for the same connection.', 'NOT_FOUND', () => stranger.get(see, { id: connection.id }));
  return { householdId: household.id, childIds, connectionId: connection.id };
}

interface Need {
  readonly id: string;
  readonly participantId: string;
}

interface Proposal extends Need {
  readonly explanation: string;
  readonly mentor: Named;
}

export const runMatching = async (story: Storyteller, coordinator: Actor): Promise<readonly Proposal[]> => {
  const { id } = await story.did('Cora runs the matching for everybody who waits.', () => coordinator.do<Named>(mutation('runMatching'), {}));
  const found = 'query ($id: UUID!) { matchRun(id: $id) { finishedAt proposals { id participantId explanation mentor { id } } } }';
  const { matchRun } = await until(() => coordinator.get<{ matchRun: { finishedAt: string | null; proposals: Proposal[] } }>(found, { id }), (answer) => answer.matchRun.finishedAt !== null);
  return matchRun.proposals;
};

interface Agreement {
  readonly coordinator: Actor;
  readonly proposals: readonly Proposal[];
  readonly needs: readonly Need[];
  readonly participantId: string;
  readonly participant: Actor;
  readonly mentor: Actor;
  readonly names: string;
  readonly stranger?: Actor;
}

/** Both accept what the matching proposed and Cora approved. Where others of the county took the place in its sum, Cora proposes by hand instead, as she may. */
export async function bothSayYes(story: Storyteller, { coordinator, proposals, needs, participantId, participant, mentor, names, stranger }: Agreement): Promise<void> {
  const fits = (each: Proposal): boolean => each.participantId === participantId && each.mentor.id === mentor.personId;
  const found = proposals.find(fits);
  let proposal: Named;
  if (found) {
    proposal = found;
    story.saw(`For ${names.split(' ')[0]}: ${found.explanation}`);
    await story.did(`Cora approves it; from now on ${names} know of it.`, () => coordinator.get(mutation('approveProposals'), { input: { proposalIds: [found.id] } }));
  } else {
    const needId = needs.find((need) => need.participantId === participantId)?.id;
    proposal = await story.did(`Cora proposes by hand that ${names} come together.`, () => coordinator.do<Named>(mutation('proposeMatch'), { needId, mentorId: mentor.personId, reason: 'Both asked for it.' }));
  }
  const accept = mutation('acceptProposal', '{ id status }');
  const input = { proposalId: proposal.id };
  if (stranger) await story.refused('Sasha tries to accept in Noor’s place.', 'NOT_FOUND', () => stranger.get(accept, { input }));
  await story.did(`${names} both say yes.`, async () => {
    await mentor.get(accept, { input });
    await participant.get(accept, { input });
  });
}

/** Each side finds somebody who has been there. */
export async function findMentors(story: Storyteller, { coordinator, noor, alma, dana, mika, stranger }: Cast, { connectionId, householdId }: Family): Promise<void> {
  story.chapter('Each side finds somebody who has been there');
  const profile = mutation('registerMentorProfile');
  await story.did('Cora registers Alma, whose own case closed years ago, as a Parent Ally.', () =>
    coordinator.do(profile, { personId: alma.personId, mentorRole: 'PARENT_ALLY', capacity: 5, ownCaseClosedOn: daysAgo(900), trainedOn: daysAgo(300) }),
  );
  await story.did('Cora registers Mika, who has fostered and worked with parents, as a Caregiver Mentor.', () =>
    coordinator.do(profile, { personId: mika.personId, mentorRole: 'CAREGIVER_MENTOR', capacity: 5, fosterExperience: 'FORMER', workedWithParents: true, trainedOn: daysAgo(300) }),
  );
  const needsOf = 'query ($id: UUID!) { familyConnection(id: $id) { mentorNeeds { id mentorRole participantId } } }';
  type Needs = { familyConnection: { mentorNeeds: (Need & { mentorRole: string })[] | null } };
  const { familyConnection } = await until(() => coordinator.get<Needs>(needsOf, { id: connectionId }), (answer) => answer.familyConnection.mentorNeeds?.length === 2);
  const household = familyConnection.mentorNeeds?.find((need) => need.mentorRole === 'CAREGIVER_MENTOR');
  await story.refused('Cora tries to give Dana’s household a Parent Ally.', 'MATCHING.WRONG_ROLE', () => coordinator.do(mutation('proposeMatch'), { needId: household?.id, mentorId: alma.personId }));
  const proposals = await runMatching(story, coordinator);
  await bothSayYes(story, { coordinator, proposals, needs: familyConnection.mentorNeeds ?? [], participantId: noor.personId, participant: noor, mentor: alma, names: 'Noor and Alma', stranger });
  await bothSayYes(story, { coordinator, proposals, needs: familyConnection.mentorNeeds ?? [], participantId: householdId, participant: dana, mentor: mika, names: 'Dana and Mika' });
  const step = 'query ($id: UUID!) { familyConnection(id: $id) { step parentAlly { mentor { givenName } } caregiverMentor { mentor { givenName } } } }';
  type Step = { familyConnection: { step: string; parentAlly: { mentor: { givenName: string } } | null; caregiverMentor: { mentor: { givenName: string } } | null } };
  const seen = await until(() => coordinator.get<Step>(step, { id: connectionId }), (answer) => answer.familyConnection.step === 'MATCHED');
  story.saw(`Cora sees: ${seen.familyConnection.parentAlly?.mentor.givenName} is Noor’s ally, ${seen.familyConnection.caregiverMentor?.mentor.givenName} is Dana’s mentor.`);
}
