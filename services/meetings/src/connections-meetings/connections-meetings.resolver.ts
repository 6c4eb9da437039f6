import { Allow, AllowSignedIn, Role } from '@fc/auth';
import { UUID } from '@fc/subgraph';
import { Args, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { ConnectionProgress } from '../progress/connection-progress.view.ts';
import { BreakOffMeeting, BreakOffMeetingInput } from './break-off-meeting.use-case.ts';
import { CancelConnectionsMeeting } from './cancel-connections-meeting.use-case.ts';
import { ConnectionsMeetingView } from './connections-meeting.view.ts';
import { ConnectionsMeetings } from './connections-meetings.query.ts';
import { CoverAgendaItem, CoverAgendaItemInput } from './cover-agenda-item.use-case.ts';
import { HoldMeeting, HoldMeetingInput } from './hold-meeting.use-case.ts';
import { NoteAttendance, NoteAttendanceInput } from './note-attendance.use-case.ts';
import { ScheduleConnectionsMeeting, ScheduleConnectionsMeetingInput } from './schedule-connections-meeting.use-case.ts';

@Resolver(() => ConnectionProgress)
export class ConnectionsMeetingsResolver {
  constructor(
    private readonly meetings: ConnectionsMeetings,
    private readonly scheduling: ScheduleConnectionsMeeting,
    private readonly covering: CoverAgendaItem,
    private readonly holding: HoldMeeting,
    private readonly cancelling: CancelConnectionsMeeting,
    private readonly attending: NoteAttendance,
    private readonly breakingOff: BreakOffMeeting,
  ) {}

  @ResolveField(() => ConnectionsMeetingView, { nullable: true, description: 'The one that is planned or held, or else the latest; empty before the first is planned.' })
  @AllowSignedIn()
  connectionsMeeting(@Parent() connection: ConnectionProgress): Promise<ConnectionsMeetingView | null> {
    return this.meetings.ofConnection(connection.id);
  }

  @ResolveField(() => [ConnectionsMeetingView], { nullable: true, description: 'Every one that was ever planned, oldest first: also those that were broken off, with what was written down in them.' })
  @AllowSignedIn()
  connectionsMeetings(@Parent() connection: ConnectionProgress): Promise<ConnectionsMeetingView[]> {
    return this.meetings.allOfConnection(connection.id);
  }

  @Mutation(() => ConnectionsMeetingView, {
    description:
      'For a coordinator, or the ally or mentor of the connection. Errors MEETINGS.NOT_MATCHED, MEETINGS.NOT_PREPARED, MEETINGS.ALREADY_SCHEDULED, MEETINGS.CONNECTION_CLOSED, MEETINGS.NOT_A_FACILITATOR, MEETINGS.OVERLAPS, CONTACT_NOT_POSSIBLE, DATE_IN_PAST.',
  })
  @Allow(Role.COORDINATOR, Role.PARENT_ALLY, Role.CAREGIVER_MENTOR)
  async scheduleConnectionsMeeting(@Args('input') input: ScheduleConnectionsMeetingInput): Promise<ConnectionsMeetingView> {
    return this.meetings.byId(await this.scheduling.run(input));
  }

  @Mutation(() => ConnectionsMeetingView, {
    description:
      'For one of the two leads who is there. Errors CHANGED_MEANWHILE over a note of the other lead that you have not seen, CONTACT_NOT_POSSIBLE, CONTACT_UNCERTAIN, MEETINGS.NOT_A_LEAD, MEETINGS.NOT_THERE, MEETINGS.NO_SUCH_ITEM, MEETINGS.NOT_IN_THIS_ITEM, MEETINGS.CONSENT_NEEDED, MEETINGS.PLAN_NEEDED, BEYOND_CASE_PLAN, CASE_PLAN_TERMS_NEEDED, MEETINGS.NOT_THIS_CHILD, MEETINGS.ALREADY_HELD, MEETINGS.BROKEN_OFF, DATE_IN_FUTURE, DATE_TOO_EARLY.',
  })
  @AllowSignedIn()
  async coverAgendaItem(@Args('input') input: CoverAgendaItemInput): Promise<ConnectionsMeetingView> {
    return this.meetings.byId(await this.covering.run(input));
  }

  @Mutation(() => ConnectionsMeetingView, {
    description:
      'For one of the two leads who is there. Errors MEETINGS.NOT_A_LEAD, MEETINGS.NOT_THERE, MEETINGS.NOT_INVITED, MEETINGS.NOT_ALL_CAME, MEETINGS.AGENDA_OPEN, MEETINGS.PLAN_NEEDED, MEETINGS.REASON_NEEDED, MEETINGS.ALREADY_HELD, CONTACT_NOT_POSSIBLE, DATE_IN_FUTURE, DATE_TOO_EARLY.',
  })
  @AllowSignedIn()
  async holdMeeting(@Args('input') input: HoldMeetingInput): Promise<ConnectionsMeetingView> {
    return this.meetings.byId(await this.holding.run(input));
  }

  @Mutation(() => ConnectionsMeetingView, { description: 'For one of the two leads, who names themselves among those who came. Errors MEETINGS.NOT_A_LEAD, MEETINGS.NOT_THERE, MEETINGS.NOT_INVITED, MEETINGS.ALREADY_HELD, MEETINGS.CANCELLED.' })
  @AllowSignedIn()
  async noteAttendance(@Args('input') input: NoteAttendanceInput): Promise<ConnectionsMeetingView> {
    return this.meetings.byId(await this.attending.run(input));
  }

  @Mutation(() => ConnectionsMeetingView, {
    description:
      'For one of the two leads who is there: a meeting that had begun came to an end before its agenda did. What was written down stays, and another meeting can be planned as far as it is possible. Errors MEETINGS.NOT_A_LEAD, MEETINGS.NOT_THERE, MEETINGS.NOT_INVITED, MEETINGS.NOTED_BY_ABSENT, MEETINGS.ALREADY_HELD, MEETINGS.CANCELLED, CONTACT_NOT_POSSIBLE, DATE_IN_FUTURE, DATE_TOO_EARLY.',
  })
  @AllowSignedIn()
  async breakOffMeeting(@Args('input') input: BreakOffMeetingInput): Promise<ConnectionsMeetingView> {
    return this.meetings.byId(await this.breakingOff.run(input));
  }

  @Mutation(() => ConnectionsMeetingView, { description: 'For a coordinator, or the ally or mentor of the connection. Errors MEETINGS.ALREADY_HELD, MEETINGS.CANCELLED.' })
  @Allow(Role.COORDINATOR, Role.PARENT_ALLY, Role.CAREGIVER_MENTOR)
  async cancelConnectionsMeeting(@Args('meetingId', { type: () => UUID }) meetingId: string): Promise<ConnectionsMeetingView> {
    return this.meetings.byId(await this.cancelling.run(meetingId));
  }
}
