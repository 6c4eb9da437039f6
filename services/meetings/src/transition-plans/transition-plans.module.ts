import { Module } from '@nestjs/common';
import { BeginTransitionPlan } from './begin-transition-plan.use-case.ts';
import { CallTransitionReady } from './call-transition-ready.use-case.ts';
import { EndTransitionPlan } from './end-transition-plan.use-case.ts';
import { RecordContactTalk } from './record-contact-talk.use-case.ts';
import { SettleTransitionStep } from './settle-transition-step.use-case.ts';
import { TransitionPlans } from './transition-plans.query.ts';
import { TransitionPlansResolver } from './transition-plans.resolver.ts';

@Module({ providers: [TransitionPlansResolver, TransitionPlans, BeginTransitionPlan, SettleTransitionStep, RecordContactTalk, CallTransitionReady, EndTransitionPlan] })
export class TransitionPlansModule {}
