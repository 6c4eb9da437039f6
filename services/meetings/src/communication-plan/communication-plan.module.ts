import { Module } from '@nestjs/common';
import { AgreeToCommunicationPlan } from './agree-to-communication-plan.use-case.ts';
import { CommunicationPlans } from './communication-plans.query.ts';
import { CommunicationPlansResolver } from './communication-plans.resolver.ts';
import { ProposeCommunicationPlan } from './propose-communication-plan.use-case.ts';

@Module({ providers: [CommunicationPlansResolver, CommunicationPlans, ProposeCommunicationPlan, AgreeToCommunicationPlan] })
export class CommunicationPlanModule {}
