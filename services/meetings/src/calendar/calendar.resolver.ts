import { AllowSignedIn } from '@fc/auth';
import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { ConnectionsMeetingView } from '../connections-meetings/connections-meeting.view.ts';
import { FamilyMeetingView } from '../family-meetings/family-meeting.view.ts';
import { IcebreakerView } from '../icebreakers/icebreaker.view.ts';
import { ReviewHearingView } from '../review-hearings/review-hearing.view.ts';
import { appointmentOfHearing } from './calendar-entry.ts';
import { CalendarFeeds } from './calendar-feeds.query.ts';
import { CalendarFeedView } from './calendar-feed.view.ts';
import { OpenCalendarFeed, OpenCalendarFeedInput } from './open-calendar-feed.use-case.ts';
import { OwnAppointments } from './own-appointments.query.ts';
import { RevokeCalendarFeed } from './revoke-calendar-feed.use-case.ts';

const calendarFile = {
  nullable: true,
  description:
    'The text of a file for your own calendar program (text/calendar): an invitation, or the same event called off. It names nobody and does not say what the meeting is about. For those who are to come; empty for everybody else, and where nothing has been planned.',
} as const;

@Resolver(() => ConnectionsMeetingView)
export class ConnectionsMeetingCalendarResolver {
  constructor(private readonly appointments: OwnAppointments) {}

  @ResolveField(() => String, calendarFile)
  @AllowSignedIn()
  calendarFile(@Parent() meeting: ConnectionsMeetingView): string | null {
    return this.appointments.file(meeting, meeting.attendeeIds);
  }
}

@Resolver(() => IcebreakerView)
export class IcebreakerCalendarResolver {
  constructor(private readonly appointments: OwnAppointments) {}

  @ResolveField(() => String, calendarFile)
  @AllowSignedIn()
  calendarFile(@Parent() icebreaker: IcebreakerView): string | null {
    return this.appointments.file(icebreaker, icebreaker.attendeeIds);
  }
}

@Resolver(() => FamilyMeetingView)
export class FamilyMeetingCalendarResolver {
  constructor(private readonly appointments: OwnAppointments) {}

  @ResolveField(() => String, calendarFile)
  @AllowSignedIn()
  calendarFile(@Parent() meeting: FamilyMeetingView): string | null {
    return this.appointments.file(meeting, meeting.peopleIds);
  }
}

@Resolver(() => ReviewHearingView)
export class ReviewHearingCalendarResolver {
  constructor(private readonly appointments: OwnAppointments) {}

  @ResolveField(() => String, calendarFile)
  @AllowSignedIn()
  calendarFile(@Parent() hearing: ReviewHearingView): string | null {
    return hearing.isExpected ? this.appointments.fileOfExpected(appointmentOfHearing(hearing)) : null;
  }
}

@Resolver(() => CalendarFeedView)
export class CalendarFeedResolver {
  constructor(
    private readonly feeds: CalendarFeeds,
    private readonly opening: OpenCalendarFeed,
    private readonly revoking: RevokeCalendarFeed,
  ) {}

  @Query(() => CalendarFeedView, { nullable: true, description: 'Empty where you have none open, and while this service cannot be reached.' })
  @AllowSignedIn()
  myCalendarFeed(): Promise<CalendarFeedView | null> {
    return this.feeds.mine();
  }

  @Mutation(() => CalendarFeedView, { nullable: true, description: 'A new link to your own appointments; the one before opens nothing any more. Sent again with the same key, it answers without the link.' })
  @AllowSignedIn()
  async openCalendarFeed(@Args('input') input: OpenCalendarFeedInput): Promise<CalendarFeedView | null> {
    return this.feeds.mine(await this.opening.run(input));
  }

  @Mutation(() => Boolean, { description: 'Your link opens nothing any more, at once. Answers whether you had one open.' })
  @AllowSignedIn()
  revokeCalendarFeed(): Promise<boolean> {
    return this.revoking.run();
  }
}
