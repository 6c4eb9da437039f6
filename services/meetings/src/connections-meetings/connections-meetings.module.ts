import { Module } from '@nestjs/common';
import { BreakOffMeeting } from './break-off-meeting.use-case.ts';
import { CancelConnectionsMeeting } from './cancel-connections-meeting.use-case.ts';
import { ConnectionsMeetings } from './connections-meetings.query.ts';
import { ConnectionsMeetingsResolver } from './connections-meetings.resolver.ts';
import { CoverAgendaItem } from './cover-agenda-item.use-case.ts';
import { HoldMeeting } from './hold-meeting.use-case.ts';
import { NoteAttendance } from './note-attendance.use-case.ts';
import { ScheduleConnectionsMeeting } from './schedule-connections-meeting.use-case.ts';

@Module({ providers: [ConnectionsMeetings, ConnectionsMeetingsResolver, ScheduleConnectionsMeeting, CoverAgendaItem, NoteAttendance, HoldMeeting, BreakOffMeeting, CancelConnectionsMeeting] })
export class ConnectionsMeetingsModule {}
