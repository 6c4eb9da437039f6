import { Allow, AllowSignedIn, Role } from '@fc/auth';
import { Args, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { ConnectionsMeetingView } from '../connections-meetings/connections-meeting.view.ts';
import { IcebreakerView } from '../icebreakers/icebreaker.view.ts';
import { ConnectionProgress } from '../progress/connection-progress.view.ts';
import { ArrangeMeetingSupport, ArrangeMeetingSupportInput } from './arrange-meeting-support.use-case.ts';
import { AskForMeetingSupport, AskForMeetingSupportInput } from './ask-for-meeting-support.use-case.ts';
import { ConfirmMeetingSupport, ConfirmMeetingSupportInput } from './confirm-meeting-support.use-case.ts';
import { MeetingSupportView } from './meeting-support.view.ts';
import { MeetingSupports } from './meeting-supports.query.ts';
import { WithdrawMeetingSupport, WithdrawMeetingSupportInput } from './withdraw-meeting-support.use-case.ts';

const open = {
  nullable: true,
  description: 'Supports that somebody needs and nobody has confirmed for this appointment. For whoever plans it: a coordinator, a caseworker, the two mentors. Empty for everybody else, and where nothing is planned.',
};

@Resolver(() => ConnectionProgress)
export class MeetingSupportsResolver {
  constructor(
    private readonly all: MeetingSupports,
    private readonly asking: AskForMeetingSupport,
    private readonly arranging: ArrangeMeetingSupport,
    private readonly confirming: ConfirmMeetingSupport,
    private readonly withdrawing: WithdrawMeetingSupport,
  ) {}

  @ResolveField(() => [MeetingSupportView], { nullable: true, description: 'What is needed for the meetings of the two families, oldest first: all of it for whoever plans them, to a parent or a caregiver their own.' })
  @AllowSignedIn()
  meetingSupports(@Parent() connection: ConnectionProgress): Promise<MeetingSupportView[]> {
    return this.all.ofConnection(connection.id);
  }

  @Mutation(() => MeetingSupportView, {
    description:
      'By a parent or a caregiver for themselves; by a coordinator, a caseworker or one of the two mentors for any of them. Errors MEETINGS.LANGUAGE_FOR_INTERPRETER, MEETINGS.NO_SUCH_LANGUAGE, MEETINGS.NOT_OF_THE_FAMILIES, MEETINGS.SUPPORT_KNOWN, MEETINGS.CONNECTION_CLOSED.',
  })
  @Allow(Role.PARENT, Role.CAREGIVER, Role.COORDINATOR, Role.CASEWORKER, Role.PARENT_ALLY, Role.CAREGIVER_MENTOR)
  async askForMeetingSupport(@Args('input') input: AskForMeetingSupportInput): Promise<MeetingSupportView> {
    return this.all.byId(await this.asking.run(input));
  }

  @Mutation(() => MeetingSupportView, { description: 'For whoever plans the meetings. Errors MEETINGS.NOT_OF_THE_PROGRAM, MEETINGS.SUPPORT_NOT_NEEDED, CONTACT_NOT_POSSIBLE.' })
  @Allow(Role.COORDINATOR, Role.CASEWORKER, Role.PARENT_ALLY, Role.CAREGIVER_MENTOR)
  async arrangeMeetingSupport(@Args('input') input: ArrangeMeetingSupportInput): Promise<MeetingSupportView> {
    return this.all.byId(await this.arranging.run(input));
  }

  @Mutation(() => MeetingSupportView, { description: 'For whoever plans the meetings. Errors MEETINGS.NOT_SCHEDULED, MEETINGS.OVERLAPS, MEETINGS.SUPPORT_NOT_NEEDED, CONTACT_NOT_POSSIBLE.' })
  @Allow(Role.COORDINATOR, Role.CASEWORKER, Role.PARENT_ALLY, Role.CAREGIVER_MENTOR)
  async confirmMeetingSupport(@Args('input') input: ConfirmMeetingSupportInput): Promise<MeetingSupportView> {
    return this.all.byId(await this.confirming.run(input));
  }

  @Mutation(() => MeetingSupportView, { description: 'For whoever needs it, and whoever plans the meetings.' })
  @Allow(Role.PARENT, Role.CAREGIVER, Role.COORDINATOR, Role.CASEWORKER, Role.PARENT_ALLY, Role.CAREGIVER_MENTOR)
  async withdrawMeetingSupport(@Args('input') input: WithdrawMeetingSupportInput): Promise<MeetingSupportView> {
    return this.all.byId(await this.withdrawing.run(input));
  }
}

@Resolver(() => ConnectionsMeetingView)
export class ConnectionsMeetingSupportsResolver {
  constructor(private readonly all: MeetingSupports) {}

  @ResolveField(() => [MeetingSupportView], open)
  @AllowSignedIn()
  openSupports(@Parent() { id, connectionId, status, scheduledFor, minutes }: ConnectionsMeetingView): Promise<MeetingSupportView[] | null> {
    return this.all.openOf(connectionId, status === 'SCHEDULED' ? { id, scheduledFor, minutes } : null);
  }
}

@Resolver(() => IcebreakerView)
export class IcebreakerSupportsResolver {
  constructor(private readonly all: MeetingSupports) {}

  @ResolveField(() => [MeetingSupportView], open)
  @AllowSignedIn()
  openSupports(@Parent() { id, connectionId, status, scheduledFor, minutes }: IcebreakerView): Promise<MeetingSupportView[] | null> {
    return this.all.openOf(connectionId, status === 'SCHEDULED' && scheduledFor && minutes ? { id, scheduledFor, minutes } : null);
  }
}
