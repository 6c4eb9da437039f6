import { Role } from '@fc/auth';
import type { Id } from '@fc/domain-kernel';
import { UUID } from '@fc/subgraph';
import { CountyDb } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { Field, InputType } from '@nestjs/graphql';
import { knownPlan, planKeepers } from './known-plan.ts';
import { TransitionPlan } from './transition-plan.entity.ts';
import { staffDecide } from './transition-plan.errors.ts';
import { TransitionStepKey } from './transition-step.ts';

export enum TransitionStepState {
  DONE = 'DONE',
  NOT_NEEDED = 'NOT_NEEDED',
}

@InputType()
export class SettleTransitionStepInput {
  @Field(() => UUID)
  transitionPlanId!: Id<'TransitionPlan'>;

  @Field(() => TransitionStepKey)
  step!: TransitionStepKey;

  @Field(() => TransitionStepState, { description: 'NOT_NEEDED: said by staff alone, and never of telling and asking the child.' })
  state!: TransitionStepState;
}

/** Somebody has done a step, or staff say that this child does not need it. */
@Injectable()
export class SettleTransitionStep {
  constructor(private readonly db: CountyDb) {}

  run({ transitionPlanId, step, state }: SettleTransitionStepInput): Promise<Id<'TransitionPlan'>> {
    return this.db.transact(async (tx) => {
      const { held } = await knownPlan(tx, transitionPlanId, Role.PARENT, Role.CAREGIVER, ...planKeepers);
      if (state === TransitionStepState.NOT_NEEDED && !planKeepers.some((role) => held.includes(role))) throw staffDecide();
      (await tx.lock(TransitionPlan, transitionPlanId)).settle(step, state);
      return transitionPlanId;
    });
  }
}
