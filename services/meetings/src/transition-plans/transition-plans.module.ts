import { Module } from '@nestjs/common';
import { BeginTransitionPlan } from './begin-transition-plan.use-case.ts';
import { CarryTransitionPlan } from './carry-transition-plan.use-case.ts';
import { TransitionPlans } from './transition-plans.query.ts';
import { TransitionPlansResolver } from './transition-plans.resolver.ts';

@Module({ providers: [TransitionPlansResolver, TransitionPlans, BeginTransitionPlan, CarryTransitionPlan] })
export class TransitionPlansModule {}
