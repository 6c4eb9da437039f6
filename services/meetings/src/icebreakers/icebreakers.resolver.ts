import { Allow, AllowSignedIn, Role } from '@fc/auth';
import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { agency } from '../introductory-meetings/facilitators.ts';
import { ConnectionProgress } from '../progress/connection-progress.view.ts';
import { CancelIcebreaker, CancelIcebreakerInput } from './cancel-icebreaker.use-case.ts';
import { CoverIcebreakerItem, CoverIcebreakerItemInput } from './cover-icebreaker-item.use-case.ts';
import { HoldIcebreaker, HoldIcebreakerInput } from './hold-icebreaker.use-case.ts';
import { IcebreakerView } from './icebreaker.view.ts';
import { Icebreakers } from './icebreakers.query.ts';
import { RecordIcebreakerNoShow, RecordIcebreakerNoShowInput } from './record-icebreaker-no-show.use-case.ts';
import { ScheduleIcebreaker, ScheduleIcebreakerInput } from './schedule-icebreaker.use-case.ts';

@Resolver(() => ConnectionProgress)
export class IcebreakersResolver {
  constructor(
    private readonly all: Icebreakers,
    private readonly scheduling: ScheduleIcebreaker,
    private readonly covering: CoverIcebreakerItem,
    private readonly holding: HoldIcebreaker,
    private readonly cancelling: CancelIcebreaker,
    private readonly missing: RecordIcebreakerNoShow,
  ) {}

  @ResolveField(() => [IcebreakerView], { nullable: true, description: 'One for each placement that brought the two families together and for each return home, oldest first.' })
  @AllowSignedIn()
  icebreakers(@Parent() connection: ConnectionProgress): Promise<IcebreakerView[]> {
    return this.all.ofConnection(connection.id);
  }

  @Query(() => [IcebreakerView], { nullable: true, description: 'Those that you facilitate, or did in the past month, also of families on whose case you are not; at most 100, the last first.' })
  @Allow(...agency)
  myIcebreakers(): Promise<IcebreakerView[]> {
    return this.all.facilitatedByActing();
  }

  @Mutation(() => IcebreakerView, {
    description: 'For a caseworker of the connection or a coordinator. Errors CONTACT_NOT_POSSIBLE, DATE_IN_PAST, MEETINGS.OVERLAPS, MEETINGS.INVALID_LENGTH, MEETINGS.TOO_MANY_RELATIVES, MEETINGS.NOT_A_FACILITATOR, MEETINGS.ALREADY_HELD, MEETINGS.NO_LONGER_DUE.',
  })
  @Allow(Role.CASEWORKER, Role.COORDINATOR)
  async scheduleIcebreaker(@Args('input') input: ScheduleIcebreakerInput): Promise<IcebreakerView> {
    return this.all.byId(await this.scheduling.run(input));
  }

  @Mutation(() => IcebreakerView, {
    description:
      'For whoever facilitates it, while it goes on or afterwards. Errors MEETINGS.NOT_FACILITATING, MEETINGS.NO_SUCH_ITEM, MEETINGS.NOT_IN_THIS_ITEM, MEETINGS.CONSENT_NEEDED, MEETINGS.NOT_THIS_CHILD, CHANGED_MEANWHILE, CONTACT_NOT_POSSIBLE, CONTACT_UNCERTAIN, DATE_IN_FUTURE, DATE_TOO_EARLY, MEETINGS.NOT_SCHEDULED, MEETINGS.NO_LONGER_DUE.',
  })
  @Allow(...agency)
  async coverIcebreakerItem(@Args('input') input: CoverIcebreakerItemInput): Promise<IcebreakerView> {
    return this.all.byId(await this.covering.run(input));
  }

  @Mutation(() => IcebreakerView, {
    description:
      'For a caseworker of the connection, a coordinator, or whoever facilitates it. Errors CONTACT_NOT_POSSIBLE, DATE_IN_FUTURE, DATE_TOO_EARLY, MEETINGS.NO_FACILITATOR, MEETINGS.NOT_A_FACILITATOR, MEETINGS.NOTED_BY_ABSENT, MEETINGS.TOO_MANY_RELATIVES, MEETINGS.REASON_NEEDED, MEETINGS.ALREADY_HELD, MEETINGS.NO_LONGER_DUE.',
  })
  @Allow(...agency)
  async holdIcebreaker(@Args('input') input: HoldIcebreakerInput): Promise<IcebreakerView> {
    return this.all.byId(await this.holding.run(input));
  }

  @Mutation(() => IcebreakerView, {
    description: 'For a caseworker of the connection or a coordinator: the appointment is off, and the icebreaker still due. Errors MEETINGS.NOT_SCHEDULED, MEETINGS.ALREADY_HELD, MEETINGS.NO_LONGER_DUE, CONTACT_NOT_POSSIBLE.',
  })
  @Allow(Role.CASEWORKER, Role.COORDINATOR)
  async cancelIcebreaker(@Args('input') input: CancelIcebreakerInput): Promise<IcebreakerView> {
    return this.all.byId(await this.cancelling.run(input));
  }

  @Mutation(() => IcebreakerView, {
    description:
      'For a caseworker of the connection or a coordinator, once its time has come: somebody who was needed did not come. It is still due. Errors MEETINGS.NOT_YET, MEETINGS.NOT_SCHEDULED, MEETINGS.ALREADY_HELD, MEETINGS.NO_LONGER_DUE, CONTACT_NOT_POSSIBLE.',
  })
  @Allow(Role.CASEWORKER, Role.COORDINATOR)
  async recordIcebreakerNoShow(@Args('input') input: RecordIcebreakerNoShowInput): Promise<IcebreakerView> {
    return this.all.byId(await this.missing.run(input));
  }
}
