import { Allow, AllowSignedIn, Role } from '@fc/auth';
import type { Id } from '@fc/domain-kernel';
import { UUID } from '@fc/subgraph';
import { Args, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { ConnectionsMeetingView } from '../connections-meetings/connections-meeting.view.ts';
import { ConnectionsMeetings } from '../connections-meetings/connections-meetings.query.ts';
import { MeetingKind } from '../introductory-meetings/meeting-kind.ts';
import { MeetingSetting } from '../introductory-meetings/meeting-setting.ts';
import { ConnectionProgress } from '../progress/connection-progress.view.ts';
import { lengthField } from './meeting-length.ts';
import { MeetingSlots } from './meeting-slots.query.ts';
import { RecordNoShow, RecordNoShowInput } from './record-no-show.use-case.ts';
import { RescheduleConnectionsMeeting, RescheduleConnectionsMeetingInput } from './reschedule-connections-meeting.use-case.ts';
import { SayFreeTimes, SayFreeTimesInput } from './say-free-times.use-case.ts';
import { MeetingHoursView, MeetingSlotsView } from './scheduling.view.ts';

@Resolver(() => ConnectionProgress)
export class SchedulingResolver {
  constructor(
    private readonly times: MeetingSlots,
    private readonly meetings: ConnectionsMeetings,
    private readonly saying: SayFreeTimes,
    private readonly moving: RescheduleConnectionsMeeting,
    private readonly missing: RecordNoShow,
  ) {}

  @Query(() => [MeetingHoursView], { nullable: true, description: 'When you have said that you have time. Empty until you have, and while this service cannot be reached.' })
  @AllowSignedIn()
  myFreeTimes(): Promise<MeetingHoursView[]> {
    return this.times.mine();
  }

  @Query(() => Int, { nullable: true, description: 'How many minutes are counted for your way to a meeting, and as many back: what you have said, or else the county’s number. Empty while this service cannot be reached.' })
  @AllowSignedIn()
  myTravelMinutes(): Promise<number> {
    return this.times.myTravel();
  }

  @ResolveField(() => MeetingSlotsView, { nullable: true, description: 'For who plans such a meeting: coordinators and the two mentors, or for an icebreaker coordinators and caseworkers; empty for everybody else. Errors MEETINGS.INVALID_LENGTH, MEETINGS.NOT_A_FACILITATOR.' })
  @AllowSignedIn()
  meetingSlots(
    @Parent() connection: ConnectionProgress,
    @Args('kind', { type: () => MeetingKind, defaultValue: MeetingKind.CONNECTIONS_MEETING }) kind: MeetingKind,
    @Args('setting', { type: () => MeetingSetting, defaultValue: MeetingSetting.COMMUNITY, description: 'VIRTUAL: by video, to which nobody travels.' }) setting: MeetingSetting,
    @Args('facilitatorId', { type: () => UUID, nullable: true, description: 'Somebody of the agency who is needed too.' }) facilitatorId: Id<'Person'> | null,
    @Args('minutes', { type: () => Int, ...lengthField }) minutes?: number | null,
  ): Promise<MeetingSlotsView | null> {
    return this.times.forMeeting(connection.id, { kind, minutes, setting, facilitatorId });
  }

  @Mutation(() => [MeetingHoursView], { description: 'Errors INVALID_HOURS, MEETINGS.NO_HOURS, MEETINGS.INVALID_TRAVEL.' })
  @AllowSignedIn()
  async sayFreeTimes(@Args('input') input: SayFreeTimesInput): Promise<MeetingHoursView[]> {
    await this.saying.run(input);
    return this.times.mine();
  }

  @Mutation(() => ConnectionsMeetingView, {
    description: 'For a coordinator, or the ally or mentor of the connection. Errors CONTACT_NOT_POSSIBLE, DATE_IN_PAST, MEETINGS.OVERLAPS, MEETINGS.INVALID_LENGTH, MEETINGS.NOT_A_LINK, MEETINGS.ALREADY_HELD, MEETINGS.CANCELLED.',
  })
  @Allow(Role.COORDINATOR, Role.PARENT_ALLY, Role.CAREGIVER_MENTOR)
  async rescheduleConnectionsMeeting(@Args('input') input: RescheduleConnectionsMeetingInput): Promise<ConnectionsMeetingView> {
    return this.meetings.byId(await this.moving.run(input));
  }

  @Mutation(() => ConnectionsMeetingView, { description: 'For one of the two leads, once its time has come: somebody who was needed did not come. Errors MEETINGS.NOT_A_LEAD, MEETINGS.NOT_YET, MEETINGS.ALREADY_HELD, MEETINGS.CANCELLED.' })
  @AllowSignedIn()
  async recordNoShow(@Args('input') input: RecordNoShowInput): Promise<ConnectionsMeetingView> {
    return this.meetings.byId(await this.missing.run(input));
  }
}
