import { Module } from '@nestjs/common';
import { ConnectionsMeetings } from '../connections-meetings/connections-meetings.query.ts';
import { MeetingSlots } from './meeting-slots.query.ts';
import { RecordNoShow } from './record-no-show.use-case.ts';
import { RescheduleConnectionsMeeting } from './reschedule-connections-meeting.use-case.ts';
import { SayFreeTimes } from './say-free-times.use-case.ts';
import { SchedulingResolver } from './scheduling.resolver.ts';

@Module({ providers: [SchedulingResolver, MeetingSlots, ConnectionsMeetings, SayFreeTimes, RescheduleConnectionsMeeting, RecordNoShow] })
export class SchedulingModule {}
