import { PlacementChangedV1 } from '@fc/contracts';
import { Clock, requirePast, type Id, type Temporal } from '@fc/domain-kernel';
import { Instant, UUID } from '@fc/subgraph';
import { CountyDb } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { Field, InputType } from '@nestjs/graphql';
import { lockChildOf } from '../case-assignments/on-case.ts';
import { PlacementType } from './placement-type.ts';
import { Placement } from './placement.entity.ts';

@InputType()
export class ChangePlacementTypeInput {
  @Field(() => UUID)
  placementId!: Id<'Placement'>;

  @Field(() => PlacementType)
  type!: PlacementType;

  @Field(() => Instant)
  changedAt!: Temporal.Instant;
}

/** The home stays the same, and with it the family connection; what it is to the child changes. */
@Injectable()
export class ChangePlacementType {
  constructor(
    private readonly db: CountyDb,
    private readonly clock: Clock,
  ) {}

  run({ placementId, type, changedAt }: ChangePlacementTypeInput): Promise<Id<'Placement'>> {
    requirePast(changedAt, this.clock.now(), 'The change');
    return this.db.transact(async (tx) => {
      await lockChildOf(tx, Placement, placementId);
      const placement = await tx.lock(Placement, placementId);
      placement.become(type, changedAt);
      tx.emit(PlacementChangedV1, { placementId, childId: placement.childId, type, changedAt: changedAt.toString() });
      return placementId;
    });
  }
}
