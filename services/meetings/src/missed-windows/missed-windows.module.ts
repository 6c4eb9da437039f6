import { Module } from '@nestjs/common';
import { MeetingWindowResolver } from '../windows/due-window.resolver.ts';
import { ToldReasons } from '../windows/told-reasons.query.ts';
import { MissedWindowsResolver } from './missed-windows.resolver.ts';
import { RecordMissReason } from './record-miss-reason.use-case.ts';

@Module({ providers: [MissedWindowsResolver, RecordMissReason, MeetingWindowResolver, ToldReasons] })
export class MissedWindowsModule {}
