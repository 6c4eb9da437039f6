import { Clock, type Id } from '@fc/domain-kernel';
import { UUID } from '@fc/subgraph';
import { CountyDb } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { Field, InputType } from '@nestjs/graphql';
import { keepDeadlines } from '../deadlines/keep-deadlines.ts';
import { knownPlan, planKeepers } from './known-plan.ts';
import { TransitionPlan } from './transition-plan.entity.ts';

export enum TransitionEnd {
  DONE = 'DONE',
  GIVEN_UP = 'GIVEN_UP',
}

@InputType()
export class EndTransitionPlanInput {
  @Field(() => UUID)
  transitionPlanId!: Id<'TransitionPlan'>;

  @Field(() => TransitionEnd)
  as!: TransitionEnd;
}

/** The child has moved, or the plan is given up. */
@Injectable()
export class EndTransitionPlan {
  constructor(
    private readonly db: CountyDb,
    private readonly clock: Clock,
  ) {}

  run({ transitionPlanId, as }: EndTransitionPlanInput): Promise<Id<'TransitionPlan'>> {
    return this.db.transact(async (tx) => {
      const { plan } = await knownPlan(tx, transitionPlanId, ...planKeepers);
      const now = this.clock.now();
      (await tx.lock(TransitionPlan, transitionPlanId)).end(as, now);
      await keepDeadlines(tx, plan.connectionId, now);
      return transitionPlanId;
    });
  }
}
