import { Allow, AllowSignedIn, Role } from '@fc/auth';
import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { ConnectionProgress } from '../progress/connection-progress.view.ts';
import { BringStatement, BringStatementInput } from './bring-statement.use-case.ts';
import { CancelReviewHearing, CancelReviewHearingInput } from './cancel-review-hearing.use-case.ts';
import { HoldReviewHearing, HoldReviewHearingInput } from './hold-review-hearing.use-case.ts';
import { PlanReviewHearing, PlanReviewHearingInput } from './plan-review-hearing.use-case.ts';
import { RecordFindingOutcome, RecordFindingOutcomeInput } from './record-finding-outcome.use-case.ts';
import { RecordHearingFinding, RecordHearingFindingInput } from './record-hearing-finding.use-case.ts';
import { RescheduleReviewHearing, RescheduleReviewHearingInput } from './reschedule-review-hearing.use-case.ts';
import { ReviewHearingTypeView, ReviewHearingView } from './review-hearing.view.ts';
import { ReviewHearings } from './review-hearings.query.ts';
import { TickHearingTask, TickHearingTaskInput } from './tick-hearing-task.use-case.ts';

@Resolver(() => ConnectionProgress)
export class ReviewHearingsResolver {
  constructor(
    private readonly hearings: ReviewHearings,
    private readonly planning: PlanReviewHearing,
    private readonly moving: RescheduleReviewHearing,
    private readonly cancelling: CancelReviewHearing,
    private readonly ticking: TickHearingTask,
    private readonly bringing: BringStatement,
    private readonly holding: HoldReviewHearing,
    private readonly finding: RecordHearingFinding,
    private readonly concluding: RecordFindingOutcome,
  ) {}

  @Query(() => [ReviewHearingTypeView], { nullable: true, description: 'The hearings that the county has. Empty while this service cannot be reached.' })
  @AllowSignedIn()
  reviewHearingTypes(): ReviewHearingTypeView[] {
    return this.hearings.typesOfCounty();
  }

  @ResolveField(() => [ReviewHearingView], { nullable: true, description: 'By their time, for the parent, the caregivers, and the staff and the CASA of the case.' })
  @AllowSignedIn()
  reviewHearings(@Parent() connection: ConnectionProgress): Promise<ReviewHearingView[]> {
    return this.hearings.ofConnection(connection.id);
  }

  @Query(() => [ReviewHearingView], {
    nullable: true,
    description: 'The reviews at which you are to be, or were, at most 100, the next or last first; for the parent, the caseworker and the CASA also those of a connection that closed because the child moved. Empty while this service cannot be reached.',
  })
  @AllowSignedIn()
  myReviewHearings(): Promise<ReviewHearingView[]> {
    return this.hearings.ofActing();
  }

  @Mutation(() => ReviewHearingView, { description: 'For a caseworker of the connection or a coordinator. Errors MEETINGS.NO_REVIEW_BOARD, MEETINGS.NO_SUCH_HEARING_TYPE, MEETINGS.OTHER_KIND_OF_HEARING, MEETINGS.HEARING_KIND_NEEDED, MEETINGS.HEARING_KNOWN, MEETINGS.INVALID_LENGTH, MEETINGS.CONNECTION_CLOSED, DATE_IN_PAST.' })
  @Allow(Role.CASEWORKER, Role.COORDINATOR)
  async planReviewHearing(@Args('input') input: PlanReviewHearingInput): Promise<ReviewHearingView> {
    return this.hearings.byId(await this.planning.run(input));
  }

  @Mutation(() => ReviewHearingView, {
    description: 'For a caseworker of the child’s case or a coordinator; those whom it concerns are told. Errors MEETINGS.HEARING_KNOWN, MEETINGS.INVALID_LENGTH, MEETINGS.HEARING_HELD, MEETINGS.HEARING_CANCELLED, DATE_IN_PAST.',
  })
  @Allow(Role.CASEWORKER, Role.COORDINATOR)
  async rescheduleReviewHearing(@Args('input') input: RescheduleReviewHearingInput): Promise<ReviewHearingView> {
    return this.hearings.byId(await this.moving.run(input));
  }

  @Mutation(() => ReviewHearingView, { description: 'For a caseworker of the child’s case or a coordinator. Errors MEETINGS.HEARING_HELD, MEETINGS.HEARING_CANCELLED.' })
  @Allow(Role.CASEWORKER, Role.COORDINATOR)
  async cancelReviewHearing(@Args('input') input: CancelReviewHearingInput): Promise<ReviewHearingView> {
    return this.hearings.byId(await this.cancelling.run(input));
  }

  @Mutation(() => ReviewHearingView, { description: 'For a parent, a caregiver or a caseworker whom it concerns, each for their own list. Errors MEETINGS.NO_SUCH_TASK, MEETINGS.HEARING_HELD, MEETINGS.HEARING_CANCELLED.' })
  @Allow(Role.PARENT, Role.CAREGIVER, Role.CASEWORKER)
  async tickHearingTask(@Args('input') input: TickHearingTaskInput): Promise<ReviewHearingView> {
    return this.hearings.byId(await this.ticking.run(input));
  }

  @Mutation(() => ReviewHearingView, {
    description: 'For a parent or a caregiver of the connection, once both families have approved the words; what went to another hearing goes to this one only if that was cancelled. Errors MEETINGS.NOT_APPROVED, MEETINGS.ALREADY_SENT, MEETINGS.STATEMENT_BROUGHT, MEETINGS.STATEMENT_OF_OTHERS, MEETINGS.HEARING_HELD, MEETINGS.HEARING_CANCELLED, MEETINGS.CONNECTION_CLOSED.',
  })
  @Allow(Role.PARENT, Role.CAREGIVER)
  async bringStatement(@Args('input') input: BringStatementInput): Promise<ReviewHearingView> {
    return this.hearings.byId(await this.bringing.run(input));
  }

  @Mutation(() => ReviewHearingView, { description: 'For a caseworker of the child’s case or a coordinator. Errors DATE_IN_FUTURE, DATE_TOO_EARLY, MEETINGS.HEARING_HELD, MEETINGS.HEARING_CANCELLED.' })
  @Allow(Role.CASEWORKER, Role.COORDINATOR)
  async holdReviewHearing(@Args('input') input: HoldReviewHearingInput): Promise<ReviewHearingView> {
    return this.hearings.byId(await this.holding.run(input));
  }

  @Mutation(() => ReviewHearingView, { description: 'For a caseworker of the child’s case or a coordinator, after the hearing. Errors MEETINGS.HEARING_NOT_HELD, MEETINGS.COURT_DECIDES.' })
  @Allow(Role.CASEWORKER, Role.COORDINATOR)
  async recordHearingFinding(@Args('input') input: RecordHearingFindingInput): Promise<ReviewHearingView> {
    return this.hearings.byId(await this.finding.run(input));
  }

  @Mutation(() => ReviewHearingView, { description: 'For a caseworker of the child’s case or a coordinator. Error MEETINGS.OUTCOME_DOES_NOT_FIT.' })
  @Allow(Role.CASEWORKER, Role.COORDINATOR)
  async recordFindingOutcome(@Args('input') input: RecordFindingOutcomeInput): Promise<ReviewHearingView> {
    return this.hearings.byId(await this.concluding.run(input));
  }
}
