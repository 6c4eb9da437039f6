import type { Id } from '@fc/domain-kernel';
import { UUID } from '@fc/subgraph';
import { CountyDb } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { Field, InputType } from '@nestjs/graphql';
import { knownPlan, planKeepers } from './known-plan.ts';
import { TransitionPlan } from './transition-plan.entity.ts';

@InputType()
export class CallTransitionReadyInput {
  @Field(() => UUID)
  transitionPlanId!: Id<'TransitionPlan'>;
}

/** The child is prepared, and contact afterwards has been talked about. */
@Injectable()
export class CallTransitionReady {
  constructor(private readonly db: CountyDb) {}

  run({ transitionPlanId }: CallTransitionReadyInput): Promise<Id<'TransitionPlan'>> {
    return this.db.transact(async (tx) => {
      await knownPlan(tx, transitionPlanId, ...planKeepers);
      (await tx.lock(TransitionPlan, transitionPlanId)).callReady();
      return transitionPlanId;
    });
  }
}
