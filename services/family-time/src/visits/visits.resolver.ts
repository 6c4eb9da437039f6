import { Allow, AllowSignedIn, Role } from '@fc/auth';
import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { CancelVisit, CancelVisitInput } from './cancel-visit.use-case.ts';
import { FamilyTimeVisitView } from './family-time-visit.view.ts';
import { RecordVisitBarrier, RecordVisitBarrierInput } from './record-visit-barrier.use-case.ts';
import { RecordVisit, RecordVisitInput } from './record-visit.use-case.ts';
import { ScheduleVisit, ScheduleVisitInput } from './schedule-visit.use-case.ts';
import { VisitBarrierView } from './visit-barrier.view.ts';
import { FamilyTimeVisits } from './visits.query.ts';

@Resolver(() => FamilyTimeVisitView)
export class VisitsResolver {
  constructor(
    private readonly visits: FamilyTimeVisits,
    private readonly scheduling: ScheduleVisit,
    private readonly recording: RecordVisit,
    private readonly cancelling: CancelVisit,
    private readonly barring: RecordVisitBarrier,
  ) {}

  @Query(() => [FamilyTimeVisitView], { name: 'myVisits', nullable: true, description: 'The next 100 visits ahead of whoever asks, suspended ones included: their own, and those of the families whom they are with.' })
  @AllowSignedIn()
  mine(): Promise<FamilyTimeVisitView[]> {
    return this.visits.mine();
  }

  @Mutation(() => FamilyTimeVisitView, {
    description:
      'For a coordinator, and for a caseworker or visit supervisor of the case. Errors DATE_IN_PAST, CONTACT_NOT_POSSIBLE, FAMILY_TIME.OVERLAPS, FAMILY_TIME.SUPERVISOR_NEEDED, FAMILY_TIME.SUPERVISOR_NOT_ON_CASE, FAMILY_TIME.SUPERVISOR_NOT_AVAILABLE, FAMILY_TIME.NOT_A_NATURAL_SETTING, FAMILY_TIME.TOO_MANY_RELATIVES, FAMILY_TIME.INVALID_MINUTES, BEYOND_CASE_PLAN.',
  })
  @Allow(Role.COORDINATOR, Role.CASEWORKER, Role.VISIT_SUPERVISOR)
  async scheduleVisit(@Args('input') input: ScheduleVisitInput): Promise<FamilyTimeVisitView> {
    return this.visits.byId(await this.scheduling.run(input));
  }

  @Mutation(() => FamilyTimeVisitView, { description: 'Says what became of a visit. For those who may schedule it. Errors DATE_IN_FUTURE, FAMILY_TIME.VISIT_NOT_PLANNED, FAMILY_TIME.INVALID_MINUTES.' })
  @Allow(Role.COORDINATOR, Role.CASEWORKER, Role.VISIT_SUPERVISOR)
  async recordVisit(@Args('input') input: RecordVisitInput): Promise<FamilyTimeVisitView> {
    return this.visits.byId(await this.recording.run(input));
  }

  @Mutation(() => FamilyTimeVisitView, { description: 'For those who may schedule it. Error FAMILY_TIME.VISIT_NOT_PLANNED.' })
  @Allow(Role.COORDINATOR, Role.CASEWORKER, Role.VISIT_SUPERVISOR)
  async cancelVisit(@Args('input') input: CancelVisitInput): Promise<FamilyTimeVisitView> {
    return this.visits.byId(await this.cancelling.run(input));
  }

  @Mutation(() => VisitBarrierView, { description: 'Writes down what kept a visit from being planned. For those who may schedule it.' })
  @Allow(Role.COORDINATOR, Role.CASEWORKER, Role.VISIT_SUPERVISOR)
  async recordVisitBarrier(@Args('input') input: RecordVisitBarrierInput): Promise<VisitBarrierView> {
    return this.visits.barrier(await this.barring.run(input));
  }
}
