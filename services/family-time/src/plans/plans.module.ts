import { Module } from '@nestjs/common';
import { PlanFamilyTime } from './plan-family-time.use-case.ts';
import { FamilyTimePlans } from './plans.query.ts';
import { PlansResolver } from './plans.resolver.ts';

@Module({ providers: [FamilyTimePlans, PlansResolver, PlanFamilyTime] })
export class PlansModule {}
