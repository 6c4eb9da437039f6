/** The long forms that somebody may begin here and finish there: whatever on a family connection takes more than a line or two, and what people write for themselves beside it. */
export enum DraftForm {
  COMFORT_CALL = 'COMFORT_CALL',
  PREPARATION = 'PREPARATION',
  PREPARATION_WAIVER = 'PREPARATION_WAIVER',
  AGENDA_NOTE = 'AGENDA_NOTE',
  FOLLOW_UP = 'FOLLOW_UP',
  COMMUNICATION_PLAN = 'COMMUNICATION_PLAN',
  CHILD_PROFILE = 'CHILD_PROFILE',
  AGREEMENT = 'AGREEMENT',
  SHARED_STATEMENT = 'SHARED_STATEMENT',
  PROGRESS = 'PROGRESS',
  MILESTONE = 'MILESTONE',
  STRENGTH = 'STRENGTH',
  FAMILY_MEETING = 'FAMILY_MEETING',
  HEARING_FINDING = 'HEARING_FINDING',
  FINDING_OUTCOME = 'FINDING_OUTCOME',
  TRANSITION_PLAN = 'TRANSITION_PLAN',
  AFTER_CASE_INVITATION = 'AFTER_CASE_INVITATION',
  FAMILY_TIME_PLAN = 'FAMILY_TIME_PLAN',
  ENCOURAGEMENT = 'ENCOURAGEMENT',
  MANDATED_REPORT = 'MANDATED_REPORT',
  DISCRIMINATION_CONCERN = 'DISCRIMINATION_CONCERN',
  STORY = 'STORY',
  YOUTH_FEEDBACK = 'YOUTH_FEEDBACK',
  PARTICIPATION_REQUEST = 'PARTICIPATION_REQUEST',
  HAND_OVER = 'HAND_OVER',
}
export const draftForms: readonly `${DraftForm}`[] = Object.values(DraftForm);

const beside: readonly `${DraftForm}`[] = ['STORY', 'YOUTH_FEEDBACK', 'PARTICIPATION_REQUEST', 'HAND_OVER'];

/** Whether the form is of no family connection. */
export const isBesideConnections = (form: `${DraftForm}`): boolean => beside.includes(form);

/** The mutations that a finished form is sent with; `FAMILY_TIME_PLAN` is for one of family-time, `ENCOURAGEMENT` and those beside connections for some of identity and matching. */
export const commandsOf: Readonly<Record<DraftForm, readonly string[]>> = {
  COMFORT_CALL: ['recordComfortCallAttempt'],
  PREPARATION: ['recordPreparation'],
  PREPARATION_WAIVER: ['waivePreparation'],
  AGENDA_NOTE: ['coverAgendaItem', 'coverIcebreakerItem'],
  FOLLOW_UP: ['recordFollowUp'],
  COMMUNICATION_PLAN: ['proposeCommunicationPlan'],
  CHILD_PROFILE: ['writeChildProfile'],
  AGREEMENT: ['proposeAgreement'],
  SHARED_STATEMENT: ['writeSharedStatement', 'rewriteSharedStatement'],
  PROGRESS: ['shareProgress'],
  MILESTONE: ['addMilestone'],
  STRENGTH: ['nameStrength'],
  FAMILY_MEETING: ['holdFamilyMeeting'],
  HEARING_FINDING: ['recordHearingFinding'],
  FINDING_OUTCOME: ['recordFindingOutcome'],
  TRANSITION_PLAN: ['recordContactTalk'],
  AFTER_CASE_INVITATION: ['inviteAfterCase'],
  FAMILY_TIME_PLAN: ['planFamilyTime'],
  ENCOURAGEMENT: ['encouragePartnering'],
  MANDATED_REPORT: ['fileMandatedReport'],
  DISCRIMINATION_CONCERN: ['raiseDiscriminationConcern', 'answerDiscriminationConcern'],
  STORY: ['tellStory', 'rewriteStory'],
  YOUTH_FEEDBACK: ['giveYouthFeedback'],
  PARTICIPATION_REQUEST: ['requestParticipation'],
  HAND_OVER: ['suggestHandOver', 'agreeHandOver'],
};
