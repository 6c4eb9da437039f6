import { Module } from '@nestjs/common';
import { CasePlan } from './case-plan.query.ts';
import { CasePlanResolver } from './case-plan.resolver.ts';
import { SetCasePlanLimit } from './set-case-plan-limit.use-case.ts';

@Module({ providers: [CasePlan, CasePlanResolver, SetCasePlanLimit] })
export class CasePlanModule {}
