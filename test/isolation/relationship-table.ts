/** In the county's office; on a case by assignment; by match; by who they are. */
export const roles = [
  ...['COORDINATOR', 'PROGRAM_SUPERVISOR', 'CASEWORKER', 'CASEWORKER_SUPERVISOR', 'VISIT_SUPERVISOR', 'CASA', 'NAVIGATOR'],
  ...['PARENT_ALLY', 'CAREGIVER_MENTOR', 'PARENT', 'CAREGIVER', 'RELATIVE', 'YOUTH'],
] as readonly Role[];
/** Those, and a partner organisation whose grant names the case in every scope that reads. */
export const columns = [...roles, 'PARTNER'] as const;
export type Role = 'COORDINATOR' | 'PROGRAM_SUPERVISOR' | OnCase;
export type OnCase = (typeof staffRoles)[number] | (typeof mentorRoles)[number] | 'PARENT' | 'CAREGIVER' | 'RELATIVE' | 'YOUTH';
export const staffRoles = ['CASEWORKER', 'CASEWORKER_SUPERVISOR', 'VISIT_SUPERVISOR', 'CASA', 'NAVIGATOR'] as const;
export const mentorRoles = ['PARENT_ALLY', 'CAREGIVER_MENTOR'] as const;

/**
 * Who reads which record of a case, and which guarded field of it, one column for each of `columns` in their order. Four places a cell,
 * each `y` (reads it), `n` (does not) or `-` (nobody stands so): on the case; on another case alone; no longer on it while it goes on; on it, and the case is closed.
 * What is left to read of a closed case: to the two families their own connection; to a navigator the referral of their own making; to
 * a mentor the proposals of their own matches, which are the participant's and not the case's, and what they have reported themselves; to a recipient that a
 * consent named them; to a relative, a young person and a partner organisation nothing. A partner organisation reads four kinds of record, and no guarded field.
 */
const table = `
                                    COO  PSUP CW   CWS  VIS  CASA NAV  ALLY MENT PAR  CARE REL  YOU  PART
Person                              y--y y--y ynnn ynnn ynnn ynnn ynnn ynnn ynnn yn-y yn-y nnnn nn-n nnnn
Person.phone                        y--y y--y ynnn ynnn nnnn nnnn nnnn nnnn nnnn yn-y nn-n nnnn nn-n nnnn
ContactDetails.phones               y--y y--y ynnn ynnn nnnn nnnn nnnn nnnn nnnn yn-y nn-n nnnn nn-n nnnn
ContactDetails.email                y--y y--y ynnn ynnn nnnn nnnn nnnn nnnn nnnn yn-y yn-n nnnn nn-n nnnn
ContactDetails.preferred            y--y y--y ynnn ynnn nnnn nnnn nnnn nnnn nnnn yn-y nn-n nnnn nn-n nnnn
ContactDetails.interpreterLanguage  y--y y--y ynnn ynnn nnnn nnnn nnnn nnnn nnnn yn-y nn-n nnnn nn-n nnnn
ContactDetails.address              y--y y--y ynnn ynnn nnnn nnnn nnnn nnnn nnnn yn-y nn-n nnnn nn-n nnnn
ContactDetails.homeAddress          n--n n--n nnnn nnnn nnnn nnnn nnnn nnnn nnnn yn-y nn-n nnnn nn-n nnnn
ContactDetails.safeTimes            y--y y--y ynnn ynnn nnnn nnnn nnnn nnnn nnnn yn-y nn-n nnnn nn-n nnnn
Child                               y--y y--y ynnn ynnn ynnn ynnn ynnn ynnn ynnn yn-n yn-n nnnn nn-n nnnn
CaregiverHousehold                  y--y y--y ynnn ynnn ynnn ynnn ynnn ynnn ynnn yn-y yn-y nnnn nn-n nnnn
FamilyConnection                    y--y y--y ynnn ynnn ynnn ynnn ynnn ynnn ynnn yn-y yn-y nnnn nn-n ynnn
Placement                           y--y y--y ynnn ynnn ynnn ynnn ynnn ynnn ynnn yn-n yn-n nnnn nn-n nnnn
CaseAssignment                      y--n y--n ynnn ynnn ynnn ynnn ynnn ynnn ynnn yn-n yn-n nnnn nn-n nnnn
Consent                             y--y n--n ynnn nnnn nnnn nnnn nnnn nnnn nnnn yn-y nn-n nnnn nn-n nnnn
ContactRule                         y--y n--n ynnn nnnn nnnn nnnn nnnn nnnn nnnn nn-n nn-n nnnn nn-n nnnn
ChildProfileEntry                   y--n y--n ynnn ynnn ynnn ynnn ynnn ynnn ynnn yn-n yn-n nnnn nn-n nnnn
ChildProfileEntry.text              y--n y--n ynnn ynnn ynnn ynnn ynnn ynnn ynnn yn-n yn-n nnnn nn-n nnnn
ComfortCall                         y--y y--y ynnn ynnn ynnn ynnn ynnn ynnn ynnn yn-y yn-y nnnn nn-n nnnn
ComfortCallAttempt                  y--y y--y ynnn ynnn ynnn ynnn ynnn ynnn ynnn yn-y yn-y nnnn nn-n nnnn
Icebreaker                          y--y y--y ynnn ynnn ynnn ynnn ynnn ynnn ynnn yn-y yn-y nnnn nn-n ynnn
ConnectionsMeeting                  y--y y--y ynnn ynnn ynnn ynnn ynnn ynnn ynnn yn-y yn-y nnnn nn-n ynnn
ConnectionsMeeting.cameIds          n--n y--y nnnn nnnn nnnn nnnn nnnn ynnn ynnn yn-y yn-y nnnn nn-n nnnn
ChecklistItem.note                  n--n y--y nnnn nnnn nnnn nnnn nnnn ynnn ynnn yn-y yn-y nnnn nn-n nnnn
ChecklistItem.noteFor               n--n y--y nnnn nnnn nnnn nnnn nnnn ynnn ynnn yn-y yn-y nnnn nn-n nnnn
CommunicationPlan                   y--y y--y ynnn ynnn ynnn ynnn ynnn ynnn ynnn yn-y yn-y nnnn nn-n nnnn
PreparationSession                  n--n y--y nnnn nnnn nnnn nnnn nnnn ynnn nnnn yn-y nn-n nnnn nn-n nnnn
PreparationSession.note             n--n y--y nnnn nnnn nnnn nnnn nnnn ynnn nnnn yn-y nn-n nnnn nn-n nnnn
FollowUpSession                     n--n y--y nnnn nnnn nnnn nnnn nnnn ynnn nnnn yn-y nn-n nnnn nn-n nnnn
FollowUpSession.note                n--n y--y nnnn nnnn nnnn nnnn nnnn ynnn nnnn yn-y nn-n nnnn nn-n nnnn
MentorNeed                          y--y y--y ynnn ynnn ynnn ynnn ynnn ynnn ynnn yn-y yn-y nnnn nn-n nnnn
MentorMatch                         y--y y--y ynnn ynnn ynnn ynnn ynnn ynnn ynnn yn-y yn-y nnnn nn-n nnnn
FamilyTimePlan                      y--n y--n ynnn ynnn ynnn ynnn ynnn ynnn ynnn yn-n yn-n nnnn nn-n ynnn
FamilyTimePlan.superviseBecause     y--n y--n ynnn ynnn ynnn nnnn nnnn nnnn nnnn yn-n nn-n nnnn nn-n nnnn
FamilyTimeVisit                     y--n y--n ynnn ynnn ynnn ynnn ynnn ynnn ynnn yn-n yn-n ynnn yn-n nnnn
VisitBarrier                        y--n y--n ynnn ynnn ynnn ynnn ynnn ynnn ynnn yn-n yn-n nnnn nn-n nnnn
ParticipationRequest                y--y y--y nnnn nnnn nnnn nnnn nnnn nnnn nnnn yn-y nn-n nnnn nn-n nnnn
ResourceReferral                    n--n n--n nnnn nnnn nnnn nnnn ynny nnnn nnnn yn-y nn-n nnnn nn-n nnnn
TrainingCompletion                  y--y y--y nnnn nnnn nnnn nnnn ynnn nnnn nnnn yn-y nn-n nnnn nn-n nnnn
MatchProposal                       y--y y--y nnnn nnnn nnnn nnnn nnnn nnnn nnnn nn-n nn-n nnnn nn-n nnnn
MyMatchProposal                     n--n n--n nnnn nnnn nnnn nnnn nnnn ynny nnnn yn-y nn-n nnnn nn-n nnnn
MentorProfile                       y--y y--y nnnn nnnn nnnn nnnn nnnn nnnn nnnn nn-n nn-n nnnn nn-n nnnn
ConfidentialFact                    n--n n--n ynnn nnnn nnnn nnnn nnnn nnnn nnnn yn-y nn-n nnnn nn-n nnnn
ConfidentialFact.text               n--n n--n ynnn nnnn nnnn nnnn nnnn nnnn nnnn yn-y nn-n nnnn nn-n nnnn
WrittenConsent                      n--n n--n ynny nnnn nnnn nnnn nnnn nnnn nnnn yn-y nn-n nnnn nn-n nnnn
WrittenConsent.patientName          n--n n--n ynny nnnn nnnn nnnn nnnn nnnn nnnn yn-y nn-n nnnn nn-n nnnn
WrittenConsent.disclosedBy          n--n n--n ynny nnnn nnnn nnnn nnnn nnnn nnnn yn-y nn-n nnnn nn-n nnnn
WrittenConsent.information          n--n n--n ynny nnnn nnnn nnnn nnnn nnnn nnnn yn-y nn-n nnnn nn-n nnnn
WrittenConsent.purpose              n--n n--n ynny nnnn nnnn nnnn nnnn nnnn nnnn yn-y nn-n nnnn nn-n nnnn
WrittenConsent.document             n--n n--n ynny nnnn nnnn nnnn nnnn nnnn nnnn yn-y nn-n nnnn nn-n nnnn
Relative                            y--y y--y ynnn ynnn nnnn nnnn nnnn nnnn nnnn nn-n nn-n nnnn nn-n nnnn
RelativeSearchStep                  y--y y--y ynnn ynnn nnnn nnnn nnnn nnnn nnnn nn-n nn-n nnnn nn-n nnnn
CasePlanLimit                       y--y y--y ynnn ynnn ynnn ynnn ynnn ynnn ynnn yn-n yn-n nnnn nn-n nnnn
Encouragement                       y--y y--y ynnn ynnn ynnn ynnn ynnn ynnn ynnn yn-y yn-y nnnn nn-n nnnn
MeetingSupport                      y--y n--n ynnn nnnn nnnn nnnn nnnn ynnn ynnn yn-y nn-n nnnn nn-n nnnn
GuideIntroduction                   y--y y--y ynnn ynnn ynnn ynnn ynnn ynnn ynnn yn-y yn-y nnnn nn-n nnnn
GuideInvitation                     n--n n--n nnnn nnnn nnnn nnnn nnnn nnnn nnnn yn-y yn-y nnnn nn-n nnnn
RelationshipAgreement               n--n n--n nnnn nnnn nnnn nnnn nnnn nnnn nnnn yn-y yn-y nnnn nn-n nnnn
SharedStatement                     n--n n--n ynnn nnnn nnnn nnnn nnnn nnnn nnnn yn-y yn-y nnnn nn-n nnnn
StatementLink                       n--n n--n nnnn nnnn nnnn nnnn nnnn nnnn nnnn yn-y yn-y nnnn nn-n nnnn
ReviewHearing                       y--y y--y ynnn ynnn nnnn ynnn nnnn nnnn nnnn yn-y yn-y nnnn nn-n nnnn
HearingFinding                      y--y y--y ynnn ynnn nnnn ynnn nnnn nnnn nnnn yn-y yn-y nnnn nn-n nnnn
TransitionPlan                      y--y y--y ynnn ynnn nnnn ynnn nnnn nnnn nnnn yn-n yn-n nnnn nn-n nnnn
FamilyMeeting                       n--n y--y ynnn nnnn nnnn nnnn nnnn nnnn nnnn yn-y yn-y ynnn nn-n nnnn
FamilyDecision                      n--n y--y ynnn nnnn nnnn nnnn nnnn nnnn nnnn yn-y yn-y ynnn nn-n nnnn
Milestone                           n--n n--n nnnn nnnn nnnn nnnn nnnn nnnn nnnn yn-y yn-n nnnn nn-n nnnn
Strength                            y--y y--y ynnn ynnn ynnn ynnn ynnn ynnn ynnn yn-y yn-n nnnn nn-n nnnn
ProgressShare                       n--n n--n ynnn nnnn nnnn nnnn nnnn nnnn nnnn yn-y yn-n nnnn nn-n nnnn
ProgressShare.words                 n--n n--n ynnn nnnn nnnn nnnn nnnn nnnn nnnn yn-y yn-n nnnn nn-n nnnn
Draft                               n--n n--n nnnn nnnn nnnn nnnn nnnn nnnn nnnn yn-y nn-n nnnn nn-n nnnn
Draft.content                       n--n n--n nnnn nnnn nnnn nnnn nnnn nnnn nnnn yn-y nn-n nnnn nn-n nnnn
MandatedReport                      n--n y--y nnnn nnnn nnnn nnnn nnnn ynny nnnn nn-n nn-n nnnn nn-n nnnn
MandatedReport.toWhom               n--n y--y nnnn nnnn nnnn nnnn nnnn ynny nnnn nn-n nn-n nnnn nn-n nnnn
MandatedReport.reference            n--n y--y nnnn nnnn nnnn nnnn nnnn ynny nnnn nn-n nn-n nnnn nn-n nnnn
MandatedReport.facts                n--n y--y nnnn nnnn nnnn nnnn nnnn ynny nnnn nn-n nn-n nnnn nn-n nnnn
DiscriminationConcern               n--n y--y nnnn nnnn nnnn nnnn nnnn nnnn nnnn yn-y nn-n nnnn nn-n nnnn
DiscriminationConcern.words         n--n y--y nnnn nnnn nnnn nnnn nnnn nnnn nnnn yn-y nn-n nnnn nn-n nnnn
DiscriminationConcern.answer        n--n y--y nnnn nnnn nnnn nnnn nnnn nnnn nnnn yn-y nn-n nnnn nn-n nnnn
WorkItem                            y--n y--n ynnn nnnn nnnn nnnn nnnn nnnn nnnn nn-n nn-n nnnn nn-n nnnn
OpenRequest                         n--n n--n ynnn nnnn nnnn nnnn nnnn nnnn nnnn nn-n nn-n nnnn nn-n nnnn
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
export const expectedOf = (kind: string): Record<string, string> => rowOf(table, kind, columns);
export const expectedUnconnected = (kind: string): Record<string, string> => rowOf(unconnected, kind, roles);

function rowOf(rows: string, kind: string, who: readonly string[]): Record<string, string> {
  const row = rows.split('\n').map((line) => line.trim().split(/\s+/)).find(([name]) => name === kind);
  if (!row) throw new Error(`The table of relationships has no row for ${kind}.`);
  return Object.fromEntries(who.map((role, column) => [role, row[column + 1] ?? '']));
}
