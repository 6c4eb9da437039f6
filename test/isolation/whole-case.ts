import { MatchAcceptedV1, MatchEndedV1 } from '@fc/contracts';
import { newId, type Id } from '@fc/domain-kernel';
import { eventually, inHours, openConnection, placeFamily, type Actor, type TestCounty, type TestFamily } from '@fc/testing';
import { mutation } from './planning-family.ts';
import { canary } from './relationship-readings.ts';
import { mentorRoles, staffRoles, type OnCase } from './relationship-table.ts';

/** A case with one of each kind of record, and somebody in each role who is on it. */
export interface WholeCase {
  readonly name: string;
  readonly family: TestFamily;
  readonly connectionId: string;
  readonly people: Readonly<Record<OnCase, Actor>>;
  /** Those who were on it and are on it no longer, while it goes on; a relative whose role was taken back. A family, and a child, are on it as long as it goes on. */
  readonly left: Readonly<Partial<Record<OnCase, Actor>>>;
}

/** Old enough to read what concerns them, and a child for some years yet. */
const teenager = (): string => `${new Date().getFullYear() - 15}-01-01`;

const agenda = ['INTRODUCTIONS', 'CHILD_UPDATE', 'ROUTINE', 'LIKES_AND_DISLIKES', 'TRADITIONS_AND_CULTURE', 'COMMUNICATION_PLAN'];
const plan = { what: 'All', how: 'Calls', howOften: 'Weekly' };

export async function wholeCase(county: TestCounty, name: string): Promise<WholeCase> {
  const coordinator = await county.person('COORDINATOR');
  const family = await placeFamily(county, name, teenager());
  const { parent, caregiver, householdId, childIds } = family;
  const staff = {} as Record<(typeof staffRoles)[number], Actor>; // filled here, one of each
  for (const role of staffRoles) staff[role] = await assigned(county, coordinator, childIds, role, name);
  const connectionId = await openConnection(county, family);
  const left = await whoLeft(county, coordinator, family, name);
  const relative = await county.person('RELATIVE', name);
  const people = { ...staff, RELATIVE: relative, YOUTH: await youth(county, coordinator, family, name), PARENT: parent, CAREGIVER: caregiver, PARENT_ALLY: await matched(county, 'PARENT_ALLY', parent, parent.personId, name), CAREGIVER_MENTOR: await matched(county, 'CAREGIVER_MENTOR', caregiver, householdId, name) };
  const all = { name, family, connectionId, people, left };
  for (const personIds of [[parent.personId, caregiver.personId], [parent.personId, childIds[0]], [relative.personId, caregiver.personId], [relative.personId, childIds[0]]])
    await coordinator.do(mutation('permitContact'), { personIds, channels: ['IN_PERSON', 'CALL', 'VIDEO', 'MESSAGE'], source: 'CASE_PLAN', from: inHours(-30) });
  await firstContacts(county, all);
  await familyTime(coordinator, all);
  await eventually(() => people.CASEWORKER.do(mutation('introduceGuide'), { connectionId, side: 'PARENT', through: 'STAFF_VISIT', introducedAt: inHours(-1), trained: true }));
  await eventually(() => parent.do(mutation('inviteToGuide'), { connectionId }));
  await statement(all);
  await wayHome(all);
  await parent.do(mutation('proposeAgreement'), { connectionId, points: ['We send a photo each Friday.'] });
  await parent.get(mutation('setContactDetails'), { input: { personId: parent.personId, ...contactDetails(name) } });
  await parent.do(mutation('recordConsent'), { personId: parent.personId, item: 'EMAIL', recipientPersonId: caregiver.personId, givenHow: 'SPOKEN' });
  const { id: factId } = await parent.do<{ id: string }>(mutation('recordConfidentialFact'), { personId: parent.personId, text: canary('ConfidentialFact.text', name) });
  const words = Object.fromEntries(['patientName', 'disclosedBy', 'information', 'purpose', 'document'].map((field) => [field, canary(`WrittenConsent.${field}`, name)]));
  const consent = { ...words, toldOfRightToRevoke: true, signedOn: '2025-01-01', expiresOn: '2099-01-01' };
  await parent.do(mutation('recordWrittenConsent'), { ...consent, personId: parent.personId, factIds: [factId], recipientPersonId: people.CASEWORKER.personId });
  await parent.do(mutation('requestParticipation'), { as: 'PARENT', preferredLanguage: 'en' });
  await eventually(() => people.NAVIGATOR.do(mutation('referToService'), { personId: parent.personId, need: 'HOUSING', serviceName: 'A place to stay' }));
  await people.PARENT_ALLY.do(mutation('fileMandatedReport'), { connectionId, toWhom: canary('MandatedReport.toWhom', name), reference: canary('MandatedReport.reference', name), reportedAt: inHours(-1), facts: canary('MandatedReport.facts', name) });
  const { id: concernId } = await parent.do<{ id: string }>(mutation('raiseDiscriminationConcern'), { connectionId, grounds: ['FAITH'], words: canary('DiscriminationConcern.words', name) });
  await county.supervisor.get(mutation('answerDiscriminationConcern'), { input: { concernId, answer: canary('DiscriminationConcern.answer', name) } });
  await coordinator.do(mutation('setCasePlanLimit'), { childIds, personId: parent.personId, channels: ['IN_PERSON', 'CALL', 'VIDEO', 'MESSAGE'] });
  await eventually(() => people.CASA.do(mutation('encouragePartnering'), { connectionId, text: 'You both know this child well.' }));
  await coordinator.do(mutation('addRelative'), { childIds, givenName: 'Aunt', familyName: 'Example', kinship: 'AUNT_OR_UNCLE', personId: relative.personId });
  await coordinator.do(mutation('recordRelativeSearch'), { childIds, searchedAt: inHours(-1), source: 'PARENT', outcome: 'An aunt was found.' });
  await coordinator.do(mutation('recordTrainingCompletion'), { personId: parent.personId, trainingKey: 'PARTNERING', completedOn: '2025-05-01' });
  return all;
}

async function assigned(county: TestCounty, coordinator: Actor, childIds: readonly string[], role: string, name: string): Promise<Actor> {
  const person = await county.person(role, name);
  await coordinator.do(mutation('assignCase'), { childIds, personId: person.personId, role });
  return person;
}

/** The child of the case, who is old enough, with an account of their own. */
async function youth(county: TestCounty, coordinator: Actor, { childIds: [childId] }: TestFamily, name: string): Promise<Actor> {
  const email = `${name}.youth@example.org`.toLowerCase();
  await coordinator.do('mutation ($input: InviteYouthInput!) { inviteYouth(input: $input) { id } }', { childId, email });
  return county.signedIn(childId!, email);
}

const postalAddress = (field: string, name: string): object => ({ lines: [canary(field, name)], city: 'Kent', region: 'WA', postalCode: '98030', country: 'US' });
/** Of the parent, who takes part in an address program. */
const contactDetails = (name: string): object => ({
  phones: [{ number: '+12065550177', kind: 'MOBILE', safeToLeaveMessage: true }],
  email: 'contact-details@example.org',
  address: postalAddress('ContactDetails.homeAddress', name),
  substituteAddress: postalAddress('ContactDetails.address', name),
  safeTimes: canary('ContactDetails.safeTimes', name),
  preferred: 'TEXT',
  interpreterLanguage: 'so',
});

/** Accepted by both, through matching itself. */
async function matched(county: TestCounty, mentorRole: (typeof mentorRoles)[number], participant: Actor, participantId: string, name: string): Promise<Actor> {
  const coordinator = await county.person('COORDINATOR');
  const mentor = await county.person(mentorRole, name);
  const fit = mentorRole === 'PARENT_ALLY' ? { ownCaseClosedOn: '2020-01-01' } : { fosterExperience: 'FORMER', workedWithParents: true };
  await coordinator.do(mutation('registerMentorProfile'), { personId: mentor.personId, mentorRole, trainedOn: '2025-01-01', ...fit });
  const [need] = await eventually(async () => {
    const found = await county.rows<{ id: string }>('select id from matching.mentor_need where participant_id = $1', [participantId]);
    if (found.length === 0) throw new Error('Matching does not know the need yet.');
    return found;
  });
  const { id: proposalId } = await coordinator.do<{ id: string }>(mutation('proposeMatch'), { needId: need!.id, mentorId: mentor.personId });
  for (const each of [mentor, participant]) await each.get(mutation('acceptProposal'), { input: { proposalId } });
  await eventually(async () => {
    if ((await county.rows('select 1 from meetings.active_match where mentor_id = $1 and ended_at is null', [mentor.personId])).length === 0) throw new Error('Meetings does not know the match yet.');
  });
  return mentor;
}

/** One in each role whose assignment, or whose match, has ended. */
async function whoLeft(county: TestCounty, coordinator: Actor, { parent, householdId, childIds }: TestFamily, name: string): Promise<WholeCase['left']> {
  const left: Partial<Record<OnCase, Actor>> = {};
  for (const role of staffRoles) {
    const person = await county.person(role, `${name}-before`);
    const [assignment] = await coordinator.do<{ id: string }[]>(mutation('assignCase'), { childIds, personId: person.personId, role });
    await coordinator.get(mutation('endCaseAssignment'), { input: { assignmentId: assignment!.id } });
    left[role] = person;
  }
  for (const mentorRole of mentorRoles) {
    const person = await county.person(mentorRole, `${name}-before`);
    const match = { matchId: newId<'MentorMatch'>(), mentorRole, mentorId: person.personId as Id<'Person'>, participantId: (mentorRole === 'PARENT_ALLY' ? parent.personId : householdId) as Id<'Participant'> };
    await county.say(MatchAcceptedV1, { ...match, acceptedAt: inHours(-10) });
    await county.say(MatchEndedV1, { ...match, endedAt: inHours(-1) });
    left[mentorRole] = person;
  }
  left.RELATIVE = await county.person('RELATIVE', `${name}-before`);
  await coordinator.do(mutation('addRelative'), { childIds, givenName: 'Uncle', familyName: 'Example', kinship: 'AUNT_OR_UNCLE', personId: left.RELATIVE.personId });
  await county.supervisor.get(mutation('revokeRole'), { input: { personId: left.RELATIVE.personId, role: 'RELATIVE' } });
  return left;
}

/** From the comfort call to the first talk after the Connections Meeting. */
async function firstContacts(county: TestCounty, { name, connectionId, people: { PARENT: parent, CAREGIVER: caregiver, CASEWORKER: caseworker, PARENT_ALLY: ally, CAREGIVER_MENTOR: mentor } }: WholeCase): Promise<void> {
  const coordinator = await county.person('COORDINATOR');
  type Calls = { familyConnection: { comfortCalls: { id: string }[] } };
  const { familyConnection } = await eventually(async () => {
    const answer = await caregiver.get<Calls>('query ($id: UUID!) { familyConnection(id: $id) { comfortCalls { id } } }', { id: connectionId });
    if (!answer.familyConnection.comfortCalls[0]) throw new Error('Meetings does not know the connection yet.');
    return answer;
  });
  const comfortCallId = familyConnection.comfortCalls[0]!.id;
  for (const [who, by] of [[coordinator, 'AGENCY'], [caseworker, 'CASEWORKER'], [parent, 'PARENT'], [caregiver, 'CAREGIVER']] as const) await eventually(() => who.do(mutation('recordBuyIn'), { comfortCallId, by }));
  await eventually(() => caregiver.do(mutation('recordComfortCallAttempt'), { comfortCallId, outcome: 'SPOKE', at: inHours(-0.1) }));
  for (const [each, note] of [[ally, canary('PreparationSession.note', name)], [mentor, 'Of the caregivers alone.']] as const) await eventually(() => each.do(mutation('recordPreparation'), { connectionId, heldAt: inHours(0), topics: ['All'], note }));
  await parent.do(mutation('askForMeetingSupport'), { connectionId, kind: 'TRANSPORT', forPersonId: parent.personId });
  const { id: meetingId } = await ally.do<{ id: string }>(mutation('scheduleConnectionsMeeting'), { connectionId, scheduledFor: inHours(2), place: 'Library' });
  for (const key of agenda) await ally.do(mutation('coverAgendaItem'), { meetingId, key, ...(key === 'COMMUNICATION_PLAN' && { plan }), ...(key === 'INTRODUCTIONS' && { note: canary('ChecklistItem.note', name) }), ...(key === 'ROUTINE' && { entries: [{ field: 'SLEEP', text: canary('ChildProfileEntry.text', name), consent: 'THIS_HOME' }] }) });
  await ally.do(mutation('holdMeeting'), { meetingId, heldAt: inHours(0), cameIds: [parent, caregiver, ally, mentor].map(({ personId }) => personId) });
  type Talks = { familyConnection: { followUps: { id: string; side: string }[] } };
  const { familyConnection: after } = await ally.get<Talks>('query ($id: UUID!) { familyConnection(id: $id) { followUps { id side } } }', { id: connectionId });
  await ally.do(mutation('recordFollowUp'), { followUpId: after.followUps.find(({ side }) => side === 'PARENT')?.id, heldAt: inHours(0), note: canary('FollowUpSession.note', name) });
}

/** To the caseworker and by a link to a doctor, in words that both families approved. */
async function statement({ connectionId, people: { PARENT: parent, CAREGIVER: caregiver, CASEWORKER: caseworker } }: WholeCase): Promise<void> {
  const { id: statementId } = await parent.do<{ id: string }>(mutation('writeSharedStatement'), { connectionId, text: 'We both wish for longer visits.' });
  await caregiver.get(mutation('approveSharedStatement'), { input: { statementId, wording: 1 } });
  await eventually(() => parent.get(mutation('sendSharedStatement'), { input: { statementId, recipientIds: [caseworker.personId] } }));
  await parent.do(mutation('openStatementLink'), { statementId, forWhom: 'The doctor' });
}

/** A review of the case, a plan for the way home, a family meeting with a decision, something to celebrate, and a form that is not finished. */
async function wayHome({ name, connectionId, family: { childIds }, people: { PARENT: parent, CAREGIVER: caregiver, CASEWORKER: caseworker, RELATIVE: relative } }: WholeCase): Promise<void> {
  const { id: hearingId } = await eventually(() => caseworker.do<{ id: string }>(mutation('planReviewHearing'), { connectionId, kind: 'COURT', scheduledFor: inHours(48), place: 'Room 3' }));
  await caseworker.get(mutation('holdReviewHearing'), { input: { hearingId, heldAt: inHours(0) } });
  await caseworker.do(mutation('recordHearingFinding'), { hearingId, kind: 'FINDING', text: 'All goes well.', forCaregivers: true });
  await caseworker.do(mutation('beginTransitionPlan'), { connectionId, childId: childIds[0], goal: 'RETURN_HOME' });
  const { id: meetingId } = await eventually(() => caseworker.do<{ id: string }>(mutation('planFamilyMeeting'), { connectionId, purpose: 'REUNIFICATION', scheduledFor: inHours(24), place: 'Library', relativeIds: [relative.personId] }));
  const decisions = [{ text: 'Asks the school.', ownerId: parent.personId, dueOn: '2999-01-01' }];
  await caseworker.do(mutation('holdFamilyMeeting'), { meetingId, heldAt: inHours(0), cameIds: [parent.personId, caregiver.personId, relative.personId], decisions });
  await caseworker.do(mutation('nameStrength'), { connectionId, kind: 'STRENGTH', childId: childIds[0], text: 'Makes friends.' });
  await parent.do(mutation('addMilestone'), { connectionId, text: 'A year in recovery', happenedOn: '2025-05-01' });
  await eventually(() => parent.do(mutation('shareProgress'), { connectionId, words: canary('ProgressShare.words', name), since: '2025-05-01', readers: ['CAREGIVERS', 'CASEWORKERS'] }));
  await parent.get(mutation('saveDraft'), { input: { connectionId, form: 'AGREEMENT', content: canary('Draft.content', name) } });
}

async function familyTime(coordinator: Actor, { name, connectionId, family: { childIds }, people: { RELATIVE: relative } }: WholeCase): Promise<void> {
  const terms = { connectionId, childId: childIds[0], frequencyPerWeek: 2, minutes: 60, setting: 'NATURAL', supervision: 'MONITORED', superviseBecause: canary('FamilyTimePlan.superviseBecause', name) };
  const { id: planId } = await eventually(() => coordinator.do<{ id: string }>(mutation('planFamilyTime'), terms));
  await eventually(() => coordinator.do(mutation('scheduleVisit'), { planId, startsAt: inHours(30), minutes: 60, setting: 'NATURAL', place: 'Park', relativeIds: [relative.personId] }));
  await coordinator.do(mutation('recordVisitBarrier'), { planId, kind: 'SUPERVISOR_NOT_AVAILABLE', wantedFor: inHours(40) });
}
