import { Module } from '@nestjs/common';
import { CancelFamilyMeeting } from './cancel-family-meeting.use-case.ts';
import { CompleteFamilyDecision } from './complete-family-decision.use-case.ts';
import { FamilyMeetings } from './family-meetings.query.ts';
import { FamilyMeetingsResolver } from './family-meetings.resolver.ts';
import { HoldFamilyMeeting } from './hold-family-meeting.use-case.ts';
import { PlanFamilyMeeting } from './plan-family-meeting.use-case.ts';
import { RescheduleFamilyMeeting } from './reschedule-family-meeting.use-case.ts';

@Module({ providers: [FamilyMeetingsResolver, FamilyMeetings, PlanFamilyMeeting, RescheduleFamilyMeeting, HoldFamilyMeeting, CancelFamilyMeeting, CompleteFamilyDecision] })
export class FamilyMeetingsModule {}
