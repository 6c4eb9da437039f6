import { Module } from '@nestjs/common';
import { CalendarFeeds } from './calendar-feeds.query.ts';
import { CalendarFeedResolver, ConnectionsMeetingCalendarResolver, FamilyMeetingCalendarResolver, IcebreakerCalendarResolver, ReviewHearingCalendarResolver } from './calendar.resolver.ts';
import { CalendarsController } from './calendars.controller.ts';
import { OpenCalendarFeed } from './open-calendar-feed.use-case.ts';
import { OwnAppointments } from './own-appointments.query.ts';
import { ReadCalendarFeed } from './read-calendar-feed.query.ts';
import { RevokeCalendarFeed } from './revoke-calendar-feed.use-case.ts';
import { WhenAccessEnded } from './when-access-ended.consumer.ts';

@Module({
  controllers: [CalendarsController, WhenAccessEnded],
  providers: [CalendarFeedResolver, ConnectionsMeetingCalendarResolver, IcebreakerCalendarResolver, FamilyMeetingCalendarResolver, ReviewHearingCalendarResolver, CalendarFeeds, OwnAppointments, OpenCalendarFeed, RevokeCalendarFeed, ReadCalendarFeed],
})
export class CalendarModule {}
