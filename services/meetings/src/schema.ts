import { casePlanEntities, casePlanSteps, contactEntities, contactSteps, projection, serviceSchema, WhenCasePlanLimitSet } from '@fc/subgraph';
import { protectionSteps } from '@fc/tenancy';
import { afterCaseInvitationSchema } from './after-case/after-case-invitation.entity.ts';
import { agreementRefusals } from './agreements/agreement.errors.ts';
import { relationshipAgreementSchema } from './agreements/relationship-agreement.entity.ts';
import { sharedStatementSchema } from './agreements/shared-statement.entity.ts';
import { calendarFeedSchema } from './calendar/calendar-feed.entity.ts';
import { childProfileEntrySchema } from './child-profile/child-profile-entry.entity.ts';
import { childProfileRefusals } from './child-profile/child-profile.errors.ts';
import { profileRenewalSchema } from './child-profile/profile-renewal.entity.ts';
import { callBuyInSchema } from './comfort-calls/call-buy-in.entity.ts';
import { comfortCallAttemptSchema } from './comfort-calls/comfort-call-attempt.entity.ts';
import { comfortCallSchema } from './comfort-calls/comfort-call.entity.ts';
import { communicationPlanSchema } from './communication-plan/communication-plan.entity.ts';
import { agendaItemSchema } from './connections-meetings/agenda-item.entity.ts';
import { connectionsMeetingSchema } from './connections-meetings/connections-meeting.entity.ts';
import { connectionsMeetingRefusals } from './connections-meetings/connections-meeting.errors.ts';
import { deadlineSchema, reminderDaySchema } from './deadlines/deadline.entity.ts';
import { discriminationConcernSchema } from './discrimination-concerns/discrimination-concern.entity.ts';
import { draftSchema } from './drafts/draft.entity.ts';
import { draftRefusals } from './drafts/draft.errors.ts';
import { familyDecisionSchema } from './family-meetings/family-decision.entity.ts';
import { familyMeetingSchema } from './family-meetings/family-meeting.entity.ts';
import { familyMeetingRefusals } from './family-meetings/family-meeting.errors.ts';
import { followUpSessionSchema } from './follow-ups/follow-up-session.entity.ts';
import { guideInvitationSchema } from './guide/guide-invitation.entity.ts';
import { guideIntroductionSchema } from './guide/guide-introduction.entity.ts';
import { guideReviewSchema } from './guide/guide-review.entity.ts';
import { guidePaceSchema, guideTickSchema } from './guide/guide-tick.entity.ts';
import { guideRefusals } from './guide/guide.errors.ts';
import { icebreakerSchema } from './icebreakers/icebreaker.entity.ts';
import { icebreakerRefusals } from './icebreakers/icebreaker.errors.ts';
import { mandatedReportSchema } from './mandated-reports/mandated-report.entity.ts';
import { meetingSupportSchema, supportConfirmationSchema } from './meeting-supports/meeting-support.entity.ts';
import { meetingSupportRefusals } from './meeting-supports/meeting-support.errors.ts';
import { meetingsSteps } from './migrations/index.ts';
import { milestoneSchema } from './milestones/milestone.entity.ts';
import { momentMarkSchema } from './moments/moment-mark.entity.ts';
import { momentRefusals } from './moments/moment.errors.ts';
import { preparationSessionSchema } from './preparation/preparation-session.entity.ts';
import { preparationWaiverSchema } from './preparation/preparation-waiver.entity.ts';
import { preparationRefusals } from './preparation/preparation.errors.ts';
import { agendaReviewRefusals, agendaReviewSchema } from './printed-agenda/agenda-review.entity.ts';
import { progressShareSchema } from './progress-sharing/progress-share.entity.ts';
import { activeMatchSchema } from './projections/active-match.entity.ts';
import { connectionChildSchema } from './projections/connection-child.entity.ts';
import { familyConnectionSchema } from './projections/family-connection.entity.ts';
import { placementSchema } from './projections/placement.entity.ts';
import { spokenLanguagesSchema } from './projections/spoken-languages.entity.ts';
import { WhenPersonProfileChanged } from './projections/when-person-profile-changed.consumer.ts';
import { hearingFindingSchema } from './review-hearings/hearing-finding.entity.ts';
import { hearingPreparationSchema } from './review-hearings/hearing-preparation.entity.ts';
import { reviewHearingSchema } from './review-hearings/review-hearing.entity.ts';
import { reviewHearingRefusals } from './review-hearings/review-hearing.errors.ts';
import { freeTimesSchema } from './scheduling/free-times.entity.ts';
import { statementLinkSchema } from './statement-links/statement-link.entity.ts';
import { strengthSchema } from './strengths/strength.entity.ts';
import { transitionPlanSchema } from './transition-plans/transition-plan.entity.ts';
import { transitionPlanRefusals } from './transition-plans/transition-plan.errors.ts';
import { wordingRefusals, wordingReviewSchema } from './wordings/wording-review.entity.ts';

/** What meetings keeps in a county's database. */
export const meetingsSchema = serviceSchema({
  service: 'meetings',
  entities: [
    ...contactEntities,
    ...casePlanEntities,
    ...[familyConnectionSchema, connectionChildSchema, placementSchema, activeMatchSchema, spokenLanguagesSchema],
    ...[comfortCallSchema, callBuyInSchema, comfortCallAttemptSchema],
    ...[preparationSessionSchema, preparationWaiverSchema],
    ...[icebreakerSchema, connectionsMeetingSchema, agendaItemSchema],
    ...[childProfileEntrySchema, profileRenewalSchema, communicationPlanSchema, followUpSessionSchema],
    ...[deadlineSchema, reminderDaySchema],
    ...[guideTickSchema, guidePaceSchema, guideInvitationSchema, guideIntroductionSchema, guideReviewSchema],
    ...[relationshipAgreementSchema, sharedStatementSchema, statementLinkSchema],
    ...[freeTimesSchema, meetingSupportSchema, supportConfirmationSchema],
    ...[calendarFeedSchema, agendaReviewSchema],
    ...[reviewHearingSchema, hearingFindingSchema, hearingPreparationSchema],
    ...[familyMeetingSchema, familyDecisionSchema],
    ...[transitionPlanSchema, afterCaseInvitationSchema],
    ...[draftSchema, milestoneSchema, strengthSchema, progressShareSchema],
    ...[mandatedReportSchema, discriminationConcernSchema],
    ...[momentMarkSchema, wordingReviewSchema],
  ],
  steps: [...protectionSteps, ...contactSteps, ...casePlanSteps, ...meetingsSteps],
  projections: [projection(['case_plan_limit'], WhenCasePlanLimitSet), projection(['spoken_languages'], WhenPersonProfileChanged)],
  refusals: { ...preparationRefusals, ...icebreakerRefusals, ...connectionsMeetingRefusals, ...childProfileRefusals, ...guideRefusals, ...agreementRefusals, ...reviewHearingRefusals, ...meetingSupportRefusals, ...familyMeetingRefusals, ...transitionPlanRefusals, ...draftRefusals, ...agendaReviewRefusals, ...momentRefusals, ...wordingRefusals },
});
