import { Module } from '@nestjs/common';
import { CancelReviewHearing, PlanReviewHearing } from './plan-review-hearing.use-case.ts';
import { PrepareForHearing } from './prepare-for-hearing.use-case.ts';
import { RecordReviewHearing } from './record-review-hearing.use-case.ts';
import { ReviewHearings } from './review-hearings.query.ts';
import { ReviewHearingsResolver } from './review-hearings.resolver.ts';

@Module({ providers: [ReviewHearingsResolver, ReviewHearings, PlanReviewHearing, CancelReviewHearing, PrepareForHearing, RecordReviewHearing] })
export class ReviewHearingsModule {}
