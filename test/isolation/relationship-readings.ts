/** How a record of a case is asked for, and which one it is: SQL over the county's database, `$1` being the connection. */
interface Reading {
  readonly ask: string;
  readonly record: string;
  /** What is asked beside its id, and by which piece of the answer one sees that each guarded field was shown. */
  readonly guarded?: { readonly select: string; readonly shown: Readonly<Record<string, string>> };
}

/** What the case of that name has in a guarded field of words. */
export const canary = (field: string, name: string): string => `${field} of ${name}`;
/** Stands for the case's name in a piece of an answer. */
export const ofCase = '{case}';
const byCanary = (...fields: readonly string[]): Record<string, string> => Object.fromEntries(fields.map((field) => [field, canary(field, ofCase)]));

const onConnection = (field: string, table: string, more = '', guarded?: Reading['guarded']): Reading => ({
  ask: `familyConnection(id: $connection) { ${field} }`,
  record: `select id from ${table} where connection_id = $1 ${more} order by id limit 1`,
  ...(guarded && { guarded }),
});
const parent = 'select parent_id as id from identity.family_connection where id = $1';
const household = 'select household_id from identity.family_connection where id = $1';
const child = 'select child_id from identity.connection_child where connection_id = $1 limit 1';
const meeting = 'select id from meetings.connections_meeting where connection_id = $1';

/** Every kind of record that belongs to a case. */
export const readings: Readonly<Record<string, Reading>> = {
  Person: {
    ask: 'person(id: $parent) { id }',
    record: parent,
    guarded: {
      select: 'phone contactDetails { phones { number } email address { lines } homeAddress { lines } safeTimes preferred interpreterLanguage }',
      shown: {
        'Person.phone': '"phone":"+12065550177"',
        'ContactDetails.phones': '"number":"+12065550177"',
        'ContactDetails.email': '"email":"contact-details@example.org"',
        'ContactDetails.preferred': '"preferred":"TEXT"',
        'ContactDetails.interpreterLanguage': '"interpreterLanguage":"so"',
        ...byCanary('ContactDetails.address', 'ContactDetails.homeAddress', 'ContactDetails.safeTimes'),
      },
    },
  },
  Child: { ask: 'child(id: $child) { id }', record: `select child_id as id from (${child}) one` },
  CaregiverHousehold: { ask: 'caregiverHousehold(id: $household) { id }', record: `select household_id as id from (${household}) one` },
  FamilyConnection: { ask: 'familyConnection(id: $connection) { id }', record: 'select id from identity.family_connection where id = $1' },
  Placement: { ask: 'child(id: $child) { placements { id } }', record: `select id from identity.placement where child_id = (${child})` },
  CaseAssignment: { ask: 'child(id: $child) { caseAssignments { id } }', record: `select id from identity.case_assignment where child_id = (${child}) order by ends_at nulls first limit 1` },
  Consent: { ask: 'consents(personId: $parent) { id }', record: `select id from identity.consent where person_id = (${parent})` },
  ContactRule: { ask: 'contactRules(personIds: [$parent, $caregiver]) { id }', record: `select id from identity.contact_rule where (${parent}) in (first_person_id, second_person_id) and not (${child}) in (first_person_id, second_person_id) order by id limit 1` },
  ChildProfileEntry: { ask: 'child(id: $child) { profile { id } }', record: `select id from meetings.child_profile_entry where child_id = (${child}) limit 1`, guarded: { select: 'text', shown: byCanary('ChildProfileEntry.text') } },
  ComfortCall: onConnection('comfortCalls { id }', 'meetings.comfort_call'),
  ComfortCallAttempt: { ask: 'familyConnection(id: $connection) { comfortCalls { attempts { id } } }', record: 'select id from meetings.comfort_call_attempt where comfort_call_id = (select id from meetings.comfort_call where connection_id = $1)' },
  Icebreaker: { ask: 'familyConnection(id: $connection) { icebreakers { id } } myIcebreakers { id }', record: 'select id from meetings.icebreaker where connection_id = $1 order by id limit 1' },
  ConnectionsMeeting: onConnection('connectionsMeeting { id }', 'meetings.connections_meeting', '', { select: 'cameIds agenda { note noteFor }', shown: { 'ConnectionsMeeting.cameIds': '"cameIds":["', 'ChecklistItem.noteFor': '"noteFor":"WHO_CAME"', ...byCanary('ChecklistItem.note') } }),
  CommunicationPlan: { ask: 'familyConnection(id: $connection) { communicationPlan { id } }', record: `select id from meetings.communication_plan where meeting_id = (${meeting})` },
  PreparationSession: onConnection('preparations { id }', 'meetings.preparation_session', `and side = 'PARENT'`, { select: 'note', shown: byCanary('PreparationSession.note') }),
  FollowUpSession: onConnection('followUps { id }', 'meetings.follow_up_session', `and side = 'PARENT'`, { select: 'note', shown: byCanary('FollowUpSession.note') }),
  MentorNeed: onConnection('mentorNeeds { id }', 'matching.mentor_need', `and mentor_role = 'PARENT_ALLY'`),
  MentorMatch: { ask: 'familyConnection(id: $connection) { parentAlly { id } }', record: `select id from matching.mentor_match where participant_id = (${parent})` },
  FamilyTimePlan: {
    ask: 'familyConnection(id: $connection) { familyTimePlans { id } }',
    record: `select id from family_time.family_time_plan where child_id = (${child})`,
    guarded: { select: 'superviseBecause', shown: byCanary('FamilyTimePlan.superviseBecause') },
  },
  FamilyTimeVisit: { ask: 'familyConnection(id: $connection) { familyTimePlans { visits { id } } } myVisits { id }', record: `select id from family_time.family_time_visit where child_id = (${child})` },
  VisitBarrier: { ask: 'familyConnection(id: $connection) { familyTimePlans { barriers { id } } }', record: `select id from family_time.visit_barrier where plan_id = (select id from family_time.family_time_plan where child_id = (${child}))` },
  ParticipationRequest: { ask: 'participationRequests { nodes { id } } myParticipationRequests { id }', record: `select id from identity.participation_request where person_id = (${parent})` },
  ResourceReferral: { ask: 'myReferrals { id }', record: `select id from support.resource_referral where person_id = (${parent})` },
  TrainingCompletion: { ask: 'person(id: $parent) { trainings { id } } myTrainings { id }', record: `select id from support.training_completion where person_id = (${parent})` },
  MatchProposal: { ask: 'matchProposals(first: 100) { nodes { id } }', record: `select id from matching.match_proposal where participant_id = (${parent})` },
  MyMatchProposal: { ask: 'myProposals { id }', record: `select id from matching.match_proposal where participant_id = (${parent})` },
  MentorProfile: { ask: 'mentorProfiles(first: 100) { nodes { id } }', record: `select id from matching.mentor_profile where person_id = (select mentor_id from matching.mentor_match where participant_id = (${parent}))` },
  ConfidentialFact: { ask: 'person(id: $parent) { confidentialFacts { id } }', record: `select id from identity.confidential_fact where person_id = (${parent})`, guarded: { select: 'text', shown: byCanary('ConfidentialFact.text') } },
  WrittenConsent: {
    ask: 'writtenConsents(personId: $parent) { id }',
    record: `select id from identity.written_consent where person_id = (${parent})`,
    guarded: { select: 'patientName disclosedBy information purpose document', shown: byCanary('WrittenConsent.patientName', 'WrittenConsent.disclosedBy', 'WrittenConsent.information', 'WrittenConsent.purpose', 'WrittenConsent.document') },
  },
  Relative: { ask: 'child(id: $child) { relatives { id } }', record: `select id from identity.relative where child_id = (${child})` },
  RelativeSearchStep: { ask: 'child(id: $child) { relativeSearch { id } }', record: `select id from identity.relative_search where child_id = (${child})` },
  CasePlanLimit: { ask: 'child(id: $child) { casePlanLimits { id } }', record: `select id from identity.case_plan_limit where child_id = (${child}) and person_id = (${parent})` },
  Encouragement: onConnection('encouragements { id }', 'identity.encouragement'),
  MeetingSupport: onConnection('meetingSupports { id }', 'meetings.meeting_support'),
  GuideIntroduction: onConnection('guideIntroductions { id }', 'meetings.guide_introduction'),
  GuideInvitation: onConnection('myGuide { invitations { id } }', 'meetings.guide_invitation'),
  RelationshipAgreement: onConnection('relationshipAgreements { id }', 'meetings.relationship_agreement'),
  SharedStatement: onConnection('sharedStatements { id }', 'meetings.shared_statement'),
  StatementLink: onConnection('statementLinks { id }', 'meetings.statement_link'),
  ReviewHearing: { ask: 'familyConnection(id: $connection) { reviewHearings { id } } myReviewHearings { id }', record: 'select id from meetings.review_hearing where connection_id = $1' },
  HearingFinding: { ask: 'familyConnection(id: $connection) { reviewHearings { findings { id } } } myReviewHearings { findings { id } }', record: 'select id from meetings.hearing_finding where connection_id = $1' },
  TransitionPlan: onConnection('transitionPlans { id }', 'meetings.transition_plan'),
  FamilyMeeting: { ask: 'familyConnection(id: $connection) { familyMeetings { id } } myFamilyMeetings { id }', record: 'select id from meetings.family_meeting where connection_id = $1' },
  FamilyDecision: { ask: 'familyConnection(id: $connection) { familyMeetings { decisions { id } } } myFamilyMeetings { decisions { id } }', record: 'select id from meetings.family_decision where connection_id = $1' },
  Milestone: onConnection('milestones { id }', 'meetings.milestone'),
  Strength: onConnection('strengths { id }', 'meetings.strength'),
  ProgressShare: onConnection('progressShares { id }', 'meetings.progress_share', '', { select: 'words', shown: byCanary('ProgressShare.words') }),
  Draft: { ask: 'myDrafts { id }', record: 'select id from meetings.draft where connection_id = $1', guarded: { select: 'content', shown: byCanary('Draft.content') } },
  MandatedReport: {
    ask: 'mandatedReports(connectionId: $connection) { id }',
    record: 'select id from meetings.mandated_report where connection_id = $1',
    guarded: { select: 'toWhom reference facts', shown: byCanary('MandatedReport.toWhom', 'MandatedReport.reference', 'MandatedReport.facts') },
  },
  DiscriminationConcern: { ask: 'discriminationConcerns { id }', record: 'select id from meetings.discrimination_concern where connection_id = $1', guarded: { select: 'words answer', shown: byCanary('DiscriminationConcern.words', 'DiscriminationConcern.answer') } },
  WorkItem: { ask: 'myWork(first: 100) { nodes { id } } countyWork(first: 100) { nodes { id } }', record: `select id from meetings.deadline where connection_id = $1 and kind = 'ICEBREAKER'` },
  OpenRequest: { ask: 'myOpenRequests { id }', record: 'select id from meetings.hearing_finding where connection_id = $1' },
};

/** Guarded fields that are of no case, and why. */
export const guardedElsewhere: Readonly<Record<string, string>> = {
  'Reflection.words': 'has tests of its own in support: it is the writer’s own word, of no case',
};

/** Kinds of record that no question about a case leads to, and why. */
export const withoutReading: Readonly<Record<string, string>> = {
  FosterCareEpisode: 'is answered by the mutations that begin and end it alone',
  RoleAssignment: 'is answered by the mutations that grant and revoke it alone',
  AfterCaseInvitation: 'has tests of its own in meetings: it is there after the case alone, between the two families who stay in touch',
  AuditRecord: 'names a record of whatever kind; the trail is for the program supervisor',
  BreakGlassUse: 'is the program supervisor’s own, and the county’s to review',
  CaseImport: 'is the county’s, for its coordinators',
  PersonMerge: 'is the county’s, for its coordinators',
  Correction: 'has tests of its own in identity: it is the county’s, for its coordinators',
  YouthFeedback: 'has tests of its own in identity: it is the young person’s word to the coordinator alone',
  Erasure: 'has tests of its own in identity: it is the county’s, for those who decide on it',
  LegalHold: 'has tests of its own in identity: it is a program supervisor’s alone',
  ProgramSite: 'is the county’s and of no case',
  SiteLead: 'is the county’s and of no case',
  SiteEnrolment: 'has tests of its own in identity: it is for the leads of the site alone',
  Story: 'is published, for everybody of the county',
  StoryInHand: 'has tests of its own in identity: it is the teller’s, and the coordinator’s once it is released',
  Tribe: 'is the county’s and of no case',
  UndeliveredNotification: 'is the county’s, for its coordinators',
  MatchRun: 'is the county’s, for its coordinators',
  MyMentorNeed: 'has tests of its own in matching: it is the own word of the parent or the household, for themselves and coordinators',
  RematchRequest: 'has tests of its own in matching: it is for coordinators and program supervisors, and neither side reads it',
  CommitteeMember: 'is of the statewide committee and of no case',
  Organization: 'is of the directory and of no case',
  ReadinessAssessment: 'is the county’s word about itself and of no case',
  ReadinessImprovement: 'is the county’s own work and of no case',
  Partner: 'is the county’s, for those who grant',
  PartnerGrant: 'is the county’s, for those who grant, and the organisation’s own',
};
