import { Allow, AllowSignedIn, Role } from '@fc/auth';
import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { ConnectionProgress } from '../progress/connection-progress.view.ts';
import { CancelFamilyMeeting, CancelFamilyMeetingInput } from './cancel-family-meeting.use-case.ts';
import { CompleteFamilyDecision, CompleteFamilyDecisionInput } from './complete-family-decision.use-case.ts';
import { FamilyMeetingView } from './family-meeting.view.ts';
import { FamilyMeetings } from './family-meetings.query.ts';
import { HoldFamilyMeeting, HoldFamilyMeetingInput } from './hold-family-meeting.use-case.ts';
import { PlanFamilyMeeting, PlanFamilyMeetingInput } from './plan-family-meeting.use-case.ts';
import { RescheduleFamilyMeeting, RescheduleFamilyMeetingInput } from './reschedule-family-meeting.use-case.ts';

@Resolver(() => ConnectionProgress)
export class FamilyMeetingsResolver {
  constructor(
    private readonly meetings: FamilyMeetings,
    private readonly planning: PlanFamilyMeeting,
    private readonly moving: RescheduleFamilyMeeting,
    private readonly holding: HoldFamilyMeeting,
    private readonly cancelling: CancelFamilyMeeting,
    private readonly completing: CompleteFamilyDecision,
  ) {}

  @ResolveField(() => [FamilyMeetingView], { nullable: true, description: 'The first of the series first, each for those who are in it, and for a program supervisor.' })
  @AllowSignedIn()
  familyMeetings(@Parent() connection: ConnectionProgress): Promise<FamilyMeetingView[]> {
    return this.meetings.ofConnection(connection.id);
  }

  @Query(() => [FamilyMeetingView], { nullable: true, description: 'The family meetings that you are in, also as a relative, at most 100, the next or last first.' })
  @AllowSignedIn()
  myFamilyMeetings(): Promise<FamilyMeetingView[]> {
    return this.meetings.ofActing();
  }

  @Mutation(() => FamilyMeetingView, {
    description:
      'For a caseworker of the connection or a coordinator. Errors MEETINGS.PARENT_BELONGS, MEETINGS.ALREADY_SCHEDULED, MEETINGS.NOT_A_GUEST, MEETINGS.TOO_MANY_PEOPLE, MEETINGS.INVALID_LENGTH, MEETINGS.CONNECTION_CLOSED, CONTACT_NOT_POSSIBLE, DATE_IN_PAST.',
  })
  @Allow(Role.CASEWORKER, Role.COORDINATOR)
  async planFamilyMeeting(@Args('input') input: PlanFamilyMeetingInput): Promise<FamilyMeetingView> {
    return this.meetings.byId(await this.planning.run(input));
  }

  @Mutation(() => FamilyMeetingView, {
    description: 'For the staff in the meeting, and a caseworker of the connection once they have all left it; everybody in it is told. Errors MEETINGS.INVALID_LENGTH, MEETINGS.NOT_A_LINK, MEETINGS.ALREADY_HELD, MEETINGS.CANCELLED, CONTACT_NOT_POSSIBLE, DATE_IN_PAST.',
  })
  @Allow(Role.CASEWORKER, Role.CASEWORKER_SUPERVISOR, Role.COORDINATOR, Role.PROGRAM_SUPERVISOR)
  async rescheduleFamilyMeeting(@Args('input') input: RescheduleFamilyMeetingInput): Promise<FamilyMeetingView> {
    return this.meetings.byId(await this.moving.run(input));
  }

  @Mutation(() => FamilyMeetingView, {
    description:
      'As rescheduleFamilyMeeting. Errors MEETINGS.PARENT_BELONGS, MEETINGS.NOT_INVITED, MEETINGS.OWNER_NOT_THERE, MEETINGS.DUE_BEFORE_MEETING, MEETINGS.ALREADY_HELD, MEETINGS.CANCELLED, CONTACT_NOT_POSSIBLE, CONTACT_UNCERTAIN, DATE_IN_FUTURE, DATE_TOO_EARLY.',
  })
  @Allow(Role.CASEWORKER, Role.CASEWORKER_SUPERVISOR, Role.COORDINATOR, Role.PROGRAM_SUPERVISOR)
  async holdFamilyMeeting(@Args('input') input: HoldFamilyMeetingInput): Promise<FamilyMeetingView> {
    return this.meetings.byId(await this.holding.run(input));
  }

  @Mutation(() => FamilyMeetingView, { description: 'As rescheduleFamilyMeeting. Errors MEETINGS.ALREADY_HELD, MEETINGS.CANCELLED, CONTACT_NOT_POSSIBLE.' })
  @Allow(Role.CASEWORKER, Role.CASEWORKER_SUPERVISOR, Role.COORDINATOR, Role.PROGRAM_SUPERVISOR)
  async cancelFamilyMeeting(@Args('input') input: CancelFamilyMeetingInput): Promise<FamilyMeetingView> {
    return this.meetings.byId(await this.cancelling.run(input));
  }

  @Mutation(() => FamilyMeetingView, { description: 'For whoever is to do it, and for the staff in the meeting. Error MEETINGS.DECISION_DONE.' })
  @AllowSignedIn()
  async completeFamilyDecision(@Args('input') input: CompleteFamilyDecisionInput): Promise<FamilyMeetingView> {
    return this.meetings.byId(await this.completing.run(input));
  }
}
