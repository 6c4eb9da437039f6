import { Clock, type Id } from '@fc/domain-kernel';
import { UUID } from '@fc/subgraph';
import { CountyDb } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { Field, InputType } from '@nestjs/graphql';
import { keepDeadlines } from '../deadlines/keep-deadlines.ts';
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
  constructor(
    private readonly db: CountyDb,
    private readonly clock: Clock,
  ) {}

  run({ transitionPlanId }: CallTransitionReadyInput): Promise<Id<'TransitionPlan'>> {
    return this.db.transact(async (tx) => {
      const now = this.clock.now();
      const { plan } = await knownPlan(tx, transitionPlanId, ...planKeepers);
      (await tx.lock(TransitionPlan, transitionPlanId)).callReady(now);
      await keepDeadlines(tx, plan.connectionId, now);
      return transitionPlanId;
    });
  }
}
