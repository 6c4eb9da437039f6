import { Clock, requirePast, type ClockStart, type Id, type Temporal } from '@fc/domain-kernel';
import { Instant, UUID } from '@fc/subgraph';
import { CountyDb } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { Field, InputType } from '@nestjs/graphql';
import { lockChildOf } from '../case-assignments/on-case.ts';
import { ClockStartInput } from '../placements/clock-start.input.ts';
import { PlacementType } from '../placements/placement-type.ts';
import { Placement } from '../placements/placement.entity.ts';
import { correctPlacement } from './correct-care.ts';
import { nothingToCorrect } from './corrections.errors.ts';

@InputType()
export class CorrectPlacementInput {
  @Field(() => UUID)
  placementId!: Id<'Placement'>;

  @Field(() => PlacementType, { nullable: true, description: 'As it is, when left out; so with the others.' })
  type?: PlacementType | null;

  @Field(() => ClockStartInput, { nullable: true })
  startedAt?: ClockStart | null;

  @Field(() => Instant, { nullable: true, description: 'Of a placement that has ended.' })
  endedAt?: Temporal.Instant | null;

  @Field(() => String, { description: 'Why it was wrong; up to 500 characters.' })
  reason!: string;
}

/** Says anew what was entered wrongly of a placement; deadlines and figures follow. */
@Injectable()
export class CorrectPlacement {
  constructor(
    private readonly db: CountyDb,
    private readonly clock: Clock,
  ) {}

  run({ placementId, type, startedAt, endedAt, reason }: CorrectPlacementInput): Promise<Id<'Placement'>> {
    const now = this.clock.now();
    if (startedAt) requirePast(startedAt.at, now, 'The placement');
    if (endedAt) requirePast(endedAt, now, 'The end of the placement');
    return this.db.transact(async (tx) => {
      await lockChildOf(tx, Placement, placementId);
      const placement = await tx.lock(Placement, placementId);
      const facts = { type: type ?? placement.type, started: startedAt ?? placement.started(), ended: endedAt ?? placement.endedAt ?? null };
      if (!(await correctPlacement(tx, placement, facts, { reason, at: now }))) throw nothingToCorrect();
      return placementId;
    });
  }
}
