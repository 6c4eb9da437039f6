import { Module } from '@nestjs/common';
import { ArrangeMeetingSupport } from './arrange-meeting-support.use-case.ts';
import { AskForMeetingSupport } from './ask-for-meeting-support.use-case.ts';
import { ConfirmMeetingSupport } from './confirm-meeting-support.use-case.ts';
import { MeetingSupports } from './meeting-supports.query.ts';
import { ConnectionsMeetingSupportsResolver, IcebreakerSupportsResolver, MeetingSupportsResolver } from './meeting-supports.resolver.ts';
import { WithdrawMeetingSupport } from './withdraw-meeting-support.use-case.ts';

@Module({
  providers: [MeetingSupports, MeetingSupportsResolver, ConnectionsMeetingSupportsResolver, IcebreakerSupportsResolver, AskForMeetingSupport, ArrangeMeetingSupport, ConfirmMeetingSupport, WithdrawMeetingSupport],
})
export class MeetingSupportsModule {}
