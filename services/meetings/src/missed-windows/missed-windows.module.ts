import { Module } from '@nestjs/common';
import { MissedWindowsResolver } from './missed-windows.resolver.ts';
import { RecordMissReason } from './record-miss-reason.use-case.ts';

@Module({ providers: [MissedWindowsResolver, RecordMissReason] })
export class MissedWindowsModule {}
