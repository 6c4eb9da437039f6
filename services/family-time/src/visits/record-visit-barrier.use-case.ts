import { Role } from '@fc/auth';
import { Clock, type Id, type Temporal } from '@fc/domain-kernel';
import { IdempotencyKey, Instant, UUID } from '@fc/subgraph';
import { CountyDb } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { Field, InputType } from '@nestjs/graphql';
import { requireOnPlan } from '../plans/on-plan.ts';
import { BarrierKind, VisitBarrier } from './visit-barrier.entity.ts';

@InputType()
export class RecordVisitBarrierInput {
  @Field(() => IdempotencyKey)
  idempotencyKey!: string;

  @Field(() => UUID)
  planId!: Id<'FamilyTimePlan'>;

  @Field(() => BarrierKind)
  kind!: BarrierKind;

  @Field(() => Instant, { description: 'The time that the visit was wanted for.' })
  wantedFor!: Temporal.Instant;
}

/** Writes down what kept a visit from being planned. */
@Injectable()
export class RecordVisitBarrier {
  constructor(
    private readonly db: CountyDb,
    private readonly clock: Clock,
  ) {}

  run(input: RecordVisitBarrierInput): Promise<Id<'VisitBarrier'>> {
    return this.db.once(input, async (tx) => {
      const { plan } = await requireOnPlan(tx, input.planId, [Role.COORDINATOR, Role.CASEWORKER, Role.VISIT_SUPERVISOR]);
      const barrier = VisitBarrier.record(plan.id, input.kind, input.wantedFor, this.clock.now());
      tx.add(barrier);
      return barrier.id;
    });
  }
}
