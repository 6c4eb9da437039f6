import { Clock, type Id, type Temporal } from '@fc/domain-kernel';
import { IdempotencyKey, LocalDate, requireOnConnection, UUID } from '@fc/subgraph';
import { CountyDb } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { Field, InputType } from '@nestjs/graphql';
import { noSuchChildHere } from '../child-profile/child-profile.errors.ts';
import { keepDeadlines } from '../deadlines/keep-deadlines.ts';
import { ConnectionChild } from '../projections/connection-child.entity.ts';
import { holdOpen } from '../projections/open-connection.ts';
import { planKeepers } from './known-plan.ts';
import { TransitionGoal, TransitionPlan } from './transition-plan.entity.ts';

@InputType()
export class BeginTransitionPlanInput {
  @Field(() => IdempotencyKey)
  idempotencyKey!: string;

  @Field(() => UUID)
  connectionId!: Id<'FamilyConnection'>;

  @Field(() => UUID)
  childId!: Id<'Child'>;

  @Field(() => TransitionGoal)
  goal!: TransitionGoal;

  @Field(() => LocalDate, { nullable: true, description: 'The day that everybody works towards, if there is one.' })
  plannedFor?: Temporal.PlainDate | null;
}

/** Begins to make a child ready for leaving the foster home. */
@Injectable()
export class BeginTransitionPlan {
  constructor(
    private readonly db: CountyDb,
    private readonly clock: Clock,
  ) {}

  run(input: BeginTransitionPlanInput): Promise<Id<'TransitionPlan'>> {
    const { connectionId, childId, goal, plannedFor = null } = input;
    return this.db.once(input, async (tx) => {
      await requireOnConnection(tx, connectionId, ...planKeepers);
      await holdOpen(tx, connectionId);
      if (!(await tx.first(ConnectionChild, { connectionId, childId, leftAt: null }))) throw noSuchChildHere();
      const now = this.clock.now();
      const plan = TransitionPlan.begin({ connectionId, childId, goal, plannedFor }, now.toZonedDateTimeISO(tx.context.county.timeZone).toPlainDate());
      tx.add(plan);
      await keepDeadlines(tx, connectionId, now);
      return plan.id;
    });
  }
}
