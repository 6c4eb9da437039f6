import { MeetingsWordsErasedV1 } from '@fc/contracts';
import type { Subgraph } from '@fc/subgraph';
import { AfterCaseModule } from './after-case/after-case.module.ts';
import { AgreementsModule } from './agreements/agreements.module.ts';
import { CalendarModule } from './calendar/calendar.module.ts';
import { ChildProfileModule } from './child-profile/child-profile.module.ts';
import { ProfiledChild } from './child-profile/child-profile.view.ts';
import { ComfortCallsModule } from './comfort-calls/comfort-calls.module.ts';
import { CommunicationPlanModule } from './communication-plan/communication-plan.module.ts';
import { ConnectionsMeetingsModule } from './connections-meetings/connections-meetings.module.ts';
import { ContactModule } from './contact/contact.module.ts';
import { DeadlinesModule } from './deadlines/deadlines.module.ts';
import { DiscriminationConcernsModule } from './discrimination-concerns/discrimination-concerns.module.ts';
import { DraftsModule } from './drafts/drafts.module.ts';
import { erasedWords } from './erased-words.ts';
import { FamilyMeetingsModule } from './family-meetings/family-meetings.module.ts';
import { FollowUpsModule } from './follow-ups/follow-ups.module.ts';
import { GuideModule } from './guide/guide.module.ts';
import { IcebreakersModule } from './icebreakers/icebreakers.module.ts';
import { InterpretersModule } from './interpreters/interpreters.module.ts';
import { LanguageCheckModule } from './language-check/language-check.module.ts';
import { MandatedReportsModule } from './mandated-reports/mandated-reports.module.ts';
import { MeetingSupportsModule } from './meeting-supports/meeting-supports.module.ts';
import { MilestonesModule } from './milestones/milestones.module.ts';
import { MissedWindowsModule } from './missed-windows/missed-windows.module.ts';
import { MomentsModule } from './moments/moments.module.ts';
import { OpenRequestsModule } from './open-requests/open-requests.module.ts';
import { PreparationModule } from './preparation/preparation.module.ts';
import { PrintedAgendaModule } from './printed-agenda/printed-agenda.module.ts';
import { ConnectionProgress } from './progress/connection-progress.view.ts';
import { ProgressModule } from './progress/progress.module.ts';
import { ProgressSharingModule } from './progress-sharing/progress-sharing.module.ts';
import { ProjectionsModule } from './projections/projections.module.ts';
import { retained } from './retained.ts';
import { ReviewHearingsModule } from './review-hearings/review-hearings.module.ts';
import { SchedulingModule } from './scheduling/scheduling.module.ts';
import { meetingsSchema } from './schema.ts';
import { StatementLinksModule } from './statement-links/statement-links.module.ts';
import { StrengthsModule } from './strengths/strengths.module.ts';
import { TransitionPlansModule } from './transition-plans/transition-plans.module.ts';
import { WordingsModule } from './wordings/wordings.module.ts';

/** Meetings: how two families come to know each other, from the first call to the talks after the Connections Meeting. */
export const meetings: Subgraph = {
  schema: meetingsSchema,
  features: [
    ProjectionsModule,
    ContactModule,
    ProgressModule,
    ComfortCallsModule,
    MissedWindowsModule,
    PreparationModule,
    IcebreakersModule,
    ConnectionsMeetingsModule,
    CommunicationPlanModule,
    ChildProfileModule,
    FollowUpsModule,
    DeadlinesModule,
    OpenRequestsModule,
    GuideModule,
    AgreementsModule,
    SchedulingModule,
    MeetingSupportsModule,
    CalendarModule,
    PrintedAgendaModule,
    ReviewHearingsModule,
    TransitionPlansModule,
    FamilyMeetingsModule,
    DraftsModule,
    LanguageCheckModule,
    AfterCaseModule,
    MilestonesModule,
    ProgressSharingModule,
    MomentsModule,
    WordingsModule,
    InterpretersModule,
    MandatedReportsModule,
    DiscriminationConcernsModule,
    StrengthsModule,
    StatementLinksModule,
  ],
  extends: [ConnectionProgress, ProfiledChild],
  erasure: { words: erasedWords, report: MeetingsWordsErasedV1 },
  retained,
  supervisorsAlone: ['fileMandatedReport', 'mandatedReports', 'raiseDiscriminationConcern', 'answerDiscriminationConcern', 'discriminationConcerns'],
  ownRecords: {
    PreparationSession: 'your talks before the meeting',
    FollowUpSession: 'your talks after the meeting',
    ConnectionsMeeting: 'your meetings',
    AgendaItem: 'your meetings',
    MeetingSupport: 'what you need for your meetings',
    Icebreaker: 'your meetings',
    CommunicationPlan: 'your communication plan',
    ChildProfileEntry: 'what you told about the child',
    ProgressShare: 'what you tell of your case plan',
    FamilyMeeting: 'your family meetings',
    FamilyDecision: 'your family meetings',
    TransitionPlan: 'the plan for the child’s way',
  },
};
