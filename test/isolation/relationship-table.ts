/** In the county's office; on a case by assignment; by match; by who they are; and with no way to be on a case yet. */
export const roles = [
  ...['COORDINATOR', 'PROGRAM_SUPERVISOR', 'CASEWORKER', 'CASEWORKER_SUPERVISOR', 'VISIT_SUPERVISOR', 'CASA', 'NAVIGATOR'],
  ...['PARENT_ALLY', 'CAREGIVER_MENTOR', 'PARENT', 'CAREGIVER', 'RELATIVE', 'YOUTH'],
] as readonly Role[];
export type Role = 'COORDINATOR' | 'PROGRAM_SUPERVISOR' | OnCase | 'RELATIVE' | 'YOUTH';
export type OnCase = (typeof staffRoles)[number] | (typeof mentorRoles)[number] | 'PARENT' | 'CAREGIVER';
export const staffRoles = ['CASEWORKER', 'CASEWORKER_SUPERVISOR', 'VISIT_SUPERVISOR', 'CASA', 'NAVIGATOR'] as const;
export const mentorRoles = ['PARENT_ALLY', 'CAREGIVER_MENTOR'] as const;

/**
 * Who reads which record of a case, one column for each of `roles` in their order. Four places a cell, each `y` (reads it), `n` (does
 * not) or `-` (nobody stands so): on the case; on another case alone; no longer on it while it goes on; on it, and the case is closed.
 * What is left to read of a closed case: to the two families their own connection; to a navigator the referral of their own making; to
 * a mentor the proposals of their own matches, which are the participant's and not the case's, and what they have reported themselves; to a recipient that a consent named them.
 */
const table = `
                      COO  PSUP CW   CWS  VIS  CASA NAV  ALLY MENT PAR  CARE REL  YOU
Person                y--y y--y ynnn ynnn ynnn ynnn ynnn ynnn ynnn yn-y yn-y -n-- -n--
Child                 y--y y--y ynnn ynnn ynnn ynnn ynnn ynnn ynnn yn-n yn-n -n-- -n--
CaregiverHousehold    y--y y--y ynnn ynnn ynnn ynnn ynnn ynnn ynnn yn-y yn-y -n-- -n--
FamilyConnection      y--y y--y ynnn ynnn ynnn ynnn ynnn ynnn ynnn yn-y yn-y -n-- -n--
Placement             y--y y--y ynnn ynnn ynnn ynnn ynnn ynnn ynnn yn-n yn-n -n-- -n--
CaseAssignment        y--n y--n ynnn ynnn ynnn ynnn ynnn ynnn ynnn yn-n yn-n -n-- -n--
Consent               y--y n--n ynnn nnnn nnnn nnnn nnnn nnnn nnnn yn-y nn-n -n-- -n--
ContactRule           y--y n--n ynnn nnnn nnnn nnnn nnnn nnnn nnnn nn-n nn-n -n-- -n--
ChildProfileEntry     y--n y--n ynnn ynnn ynnn ynnn ynnn ynnn ynnn yn-n yn-n -n-- -n--
ComfortCall           y--y y--y ynnn ynnn ynnn ynnn ynnn ynnn ynnn yn-y yn-y -n-- -n--
ComfortCallAttempt    y--y y--y ynnn ynnn ynnn ynnn ynnn ynnn ynnn yn-y yn-y -n-- -n--
Icebreaker            y--y y--y ynnn ynnn ynnn ynnn ynnn ynnn ynnn yn-y yn-y -n-- -n--
ConnectionsMeeting    y--y y--y ynnn ynnn ynnn ynnn ynnn ynnn ynnn yn-y yn-y -n-- -n--
CommunicationPlan     y--y y--y ynnn ynnn ynnn ynnn ynnn ynnn ynnn yn-y yn-y -n-- -n--
PreparationSession    n--n y--y nnnn nnnn nnnn nnnn nnnn ynnn nnnn yn-y nn-n -n-- -n--
FollowUpSession       n--n y--y nnnn nnnn nnnn nnnn nnnn ynnn nnnn yn-y nn-n -n-- -n--
MentorNeed            y--y y--y ynnn ynnn ynnn ynnn ynnn ynnn ynnn yn-y yn-y -n-- -n--
MentorMatch           y--y y--y ynnn ynnn ynnn ynnn ynnn ynnn ynnn yn-y yn-y -n-- -n--
FamilyTimePlan        y--n y--n ynnn ynnn ynnn ynnn ynnn ynnn ynnn yn-n yn-n -n-- -n--
FamilyTimeVisit       y--n y--n ynnn ynnn ynnn ynnn ynnn ynnn ynnn yn-n yn-n -n-- -n--
VisitBarrier          y--n y--n ynnn ynnn ynnn ynnn ynnn ynnn ynnn yn-n yn-n -n-- -n--
ParticipationRequest  y--y y--y nnnn nnnn nnnn nnnn nnnn nnnn nnnn yn-y nn-n -n-- -n--
ResourceReferral      n--n n--n nnnn nnnn nnnn nnnn ynny nnnn nnnn yn-y nn-n -n-- -n--
TrainingCompletion    y--y y--y nnnn nnnn nnnn nnnn ynnn nnnn nnnn yn-y nn-n -n-- -n--
MatchProposal         y--y y--y nnnn nnnn nnnn nnnn nnnn nnnn nnnn nn-n nn-n -n-- -n--
MyMatchProposal       n--n n--n nnnn nnnn nnnn nnnn nnnn ynny nnnn yn-y nn-n -n-- -n--
MentorProfile         y--y y--y nnnn nnnn nnnn nnnn nnnn nnnn nnnn nn-n nn-n -n-- -n--
ConfidentialFact      n--n n--n ynnn nnnn nnnn nnnn nnnn nnnn nnnn yn-y nn-n -n-- -n--
WrittenConsent        n--n n--n ynny nnnn nnnn nnnn nnnn nnnn nnnn yn-y nn-n -n-- -n--
Relative              y--y y--y ynnn ynnn nnnn nnnn nnnn nnnn nnnn nn-n nn-n -n-- -n--
RelativeSearchStep    y--y y--y ynnn ynnn nnnn nnnn nnnn nnnn nnnn nn-n nn-n -n-- -n--
CasePlanLimit         y--y y--y ynnn ynnn ynnn ynnn ynnn ynnn ynnn yn-n yn-n -n-- -n--
Encouragement         y--y y--y ynnn ynnn ynnn ynnn ynnn ynnn ynnn yn-y yn-y -n-- -n--
MeetingDeadline       y--n y--n ynnn ynnn ynnn ynnn ynnn ynnn ynnn yn-n yn-n -n-- -n--
GuideIntroduction     y--y y--y ynnn ynnn ynnn ynnn ynnn ynnn ynnn yn-y yn-y -n-- -n--
GuideInvitation       n--n n--n nnnn nnnn nnnn nnnn nnnn nnnn nnnn yn-y yn-y -n-- -n--
RelationshipAgreement n--n n--n nnnn nnnn nnnn nnnn nnnn nnnn nnnn yn-y yn-y -n-- -n--
SharedStatement       n--n n--n ynnn nnnn nnnn nnnn nnnn nnnn nnnn yn-y yn-y -n-- -n--
StatementLink         n--n n--n nnnn nnnn nnnn nnnn nnnn nnnn nnnn yn-y yn-y -n-- -n--
ReviewHearing         y--y y--y ynnn ynnn nnnn ynnn nnnn nnnn nnnn yn-y yn-y -n-- -n--
HearingFinding        y--y y--y ynnn ynnn nnnn ynnn nnnn nnnn nnnn yn-y yn-y -n-- -n--
TransitionPlan        y--y y--y ynnn ynnn nnnn ynnn nnnn nnnn nnnn yn-n yn-n -n-- -n--
FamilyMeeting         n--n y--y ynnn nnnn nnnn nnnn nnnn nnnn nnnn yn-y yn-y -n-- -n--
FamilyDecision        n--n y--y ynnn nnnn nnnn nnnn nnnn nnnn nnnn yn-y yn-y -n-- -n--
Milestone             n--n n--n nnnn nnnn nnnn nnnn nnnn nnnn nnnn yn-y yn-n -n-- -n--
Strength              y--y y--y ynnn ynnn ynnn ynnn ynnn ynnn ynnn yn-y yn-n -n-- -n--
ProgressShare         n--n n--n ynnn nnnn nnnn nnnn nnnn nnnn nnnn yn-y yn-n -n-- -n--
Draft                 n--n n--n nnnn nnnn nnnn nnnn nnnn nnnn nnnn yn-y nn-n -n-- -n--
MandatedReport        n--n y--y nnnn nnnn nnnn nnnn nnnn ynny nnnn nn-n nn-n -n-- -n--
DiscriminationConcern n--n y--y nnnn nnnn nnnn nnnn nnnn nnnn nnnn yn-y nn-n -n-- -n--
WorkItem              y--n y--n ynnn nnnn nnnn nnnn nnnn nnnn nnnn nn-n nn-n -n-- -n--
`;

/**
 * As `table`, of a child whom no family connection holds: in a shelter, or before the two families are joined. Three places a cell:
 * on the case, on another, and after the child has left foster care.
 */
const unconnected = `
                      COO PSUP CW  CWS VIS CASA NAV ALLY MENT PAR CARE REL YOU
Child                 y-y y-y  ynn ynn ynn ynn  ynn -n-  -n-  ynn nnn  -n- -n-
Placement             y-y y-y  ynn ynn ynn ynn  ynn -n-  -n-  ynn nnn  -n- -n-
CaseAssignment        y-n y-n  ynn ynn ynn ynn  ynn -n-  -n-  ynn nnn  -n- -n-
`;

/** By role, what the tables say of that kind of record. Throws where there is no row for it. */
export const expectedOf = (kind: string): Record<string, string> => rowOf(table, kind);
export const expectedUnconnected = (kind: string): Record<string, string> => rowOf(unconnected, kind);

function rowOf(rows: string, kind: string): Record<string, string> {
  const row = rows.split('\n').map((line) => line.trim().split(/\s+/)).find(([name]) => name === kind);
  if (!row) throw new Error(`The table of relationships has no row for ${kind}.`);
  return Object.fromEntries(roles.map((role, column) => [role, row[column + 1] ?? '']));
}
