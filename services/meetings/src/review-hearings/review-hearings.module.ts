import { Module } from '@nestjs/common';
import { BringStatement } from './bring-statement.use-case.ts';
import { CancelReviewHearing } from './cancel-review-hearing.use-case.ts';
import { HoldReviewHearing } from './hold-review-hearing.use-case.ts';
import { PlanReviewHearing } from './plan-review-hearing.use-case.ts';
import { RecordFindingOutcome } from './record-finding-outcome.use-case.ts';
import { RecordHearingFinding } from './record-hearing-finding.use-case.ts';
import { RescheduleReviewHearing } from './reschedule-review-hearing.use-case.ts';
import { ReviewHearings } from './review-hearings.query.ts';
import { ReviewHearingsResolver } from './review-hearings.resolver.ts';
import { TickHearingTask } from './tick-hearing-task.use-case.ts';

@Module({ providers: [ReviewHearingsResolver, ReviewHearings, PlanReviewHearing, RescheduleReviewHearing, CancelReviewHearing, TickHearingTask, BringStatement, HoldReviewHearing, RecordHearingFinding, RecordFindingOutcome] })
export class ReviewHearingsModule {}
