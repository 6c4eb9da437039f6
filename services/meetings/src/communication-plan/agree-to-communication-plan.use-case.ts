import { PlanAgreedV1 } from '@fc/contracts';
import { Clock, type Id } from '@fc/domain-kernel';
import { UUID } from '@fc/subgraph';
import { CountyDb } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { Field, InputType } from '@nestjs/graphql';
import { notTheNewest } from '../agreements/agreement.errors.ts';
import { requireOwnConnection } from '../agreements/own-connection.ts';
import { guideMember, requireMayTell } from '../guide/guide-member.ts';
import { CommunicationPlan } from './communication-plan.entity.ts';
import { requirePlanPossible } from './plan-bounds.ts';

@InputType()
export class AgreeToCommunicationPlanInput {
  @Field(() => UUID)
  planId!: Id<'CommunicationPlan'>;
}

/** The other family agrees to the plan that was proposed; from now on it holds, and the one before is kept to read. */
@Injectable()
export class AgreeToCommunicationPlan {
  constructor(
    private readonly db: CountyDb,
    private readonly clock: Clock,
  ) {}

  run({ planId }: AgreeToCommunicationPlanInput): Promise<Id<'CommunicationPlan'>> {
    return this.db.transact(async (tx) => {
      const now = this.clock.now();
      const { connectionId } = await requireOwnConnection(tx, CommunicationPlan, planId);
      const { side, connection } = await guideMember(tx, connectionId);
      await requireMayTell(tx, connection, now);
      const plan = await tx.lock(CommunicationPlan, planId);
      if (await tx.first(CommunicationPlan, { connectionId, revision: { $gt: plan.revision } })) throw notTheNewest();
      plan.agreeFrom(side, now);
      await requirePlanPossible(tx, connection, plan, now); // it may be less than when it was proposed
      tx.emit(PlanAgreedV1, { connectionId, planVersion: plan.revision, agreedAt: now.toString() });
      return planId;
    });
  }
}
