import { Module } from '@nestjs/common';
import { Guides } from '../guide/guides.query.ts';
import { AgreeToAnotherCall } from './agree-to-another-call.use-case.ts';
import { CallThroughBridge } from './call-through-bridge.use-case.ts';
import { ComfortCalls } from './comfort-calls.query.ts';
import { ComfortCallGuideResolver, ComfortCallsResolver } from './comfort-calls.resolver.ts';
import { RecordBuyIn } from './record-buy-in.use-case.ts';
import { RecordComfortCallAttempt } from './record-comfort-call-attempt.use-case.ts';
import { ResumeComfortCall } from './resume-comfort-call.use-case.ts';
import { WhenCallNotConnected } from './when-call-not-connected.consumer.ts';

@Module({ controllers: [WhenCallNotConnected], providers: [ComfortCalls, ComfortCallsResolver, ComfortCallGuideResolver, Guides, RecordBuyIn, RecordComfortCallAttempt, CallThroughBridge, AgreeToAnotherCall, ResumeComfortCall] })
export class ComfortCallsModule {}
