import { Temporal, type Id, type Precision } from '@fc/domain-kernel';
import { Instant, UUID } from '@fc/subgraph';
import type { Row } from '@fc/tenancy';
import { Directive, Field, ObjectType, registerEnumType } from '@nestjs/graphql';
import { ClockPrecision } from './clock-start.input.ts';
import { ExitReason, type FosterCareEpisode } from './foster-care-episode.entity.ts';
import { countsAsMove, PlacementType } from './placement-type.ts';
import type { Placement } from './placement.entity.ts';

registerEnumType(PlacementType, { name: 'PlacementType' });
registerEnumType(ExitReason, { name: 'ExitReason' });

@ObjectType('FosterCareEpisode', { description: 'A child’s time in foster care, from removal to exit.' })
@Directive('@key(fields: "id")')
export class FosterCareEpisodeView {
  @Field(() => UUID)
  id!: Id<'FosterCareEpisode'>;

  @Field(() => UUID)
  childId!: Id<'Child'>;

  @Field(() => Instant)
  removedAt!: Temporal.Instant;

  @Field(() => ClockPrecision)
  removedPrecision!: Precision;

  @Field(() => Instant, { nullable: true, description: 'Empty while the child is in care.' })
  exitedAt!: Temporal.Instant | null;

  @Field(() => ExitReason, { nullable: true })
  exitReason!: `${ExitReason}` | null;

  static from(episode: Row<FosterCareEpisode>): FosterCareEpisodeView {
    const { id, childId, removedAt, removedPrecision, exitedAt, exitReason } = episode;
    return Object.assign(new FosterCareEpisodeView(), { id, childId, removedAt, removedPrecision, exitedAt, exitReason });
  }
}

@ObjectType('EarlierPlacementType', { description: 'What a placement was until its type changed in the same home.' })
export class EarlierPlacementTypeView {
  @Field(() => PlacementType)
  type!: `${PlacementType}`;

  @Field(() => Instant)
  until!: Temporal.Instant;
}

@ObjectType('Placement', { description: 'One child’s stay in one home, or for a time beside it.' })
@Directive('@key(fields: "id")')
export class PlacementView {
  @Field(() => UUID)
  id!: Id<'Placement'>;

  @Field(() => UUID)
  childId!: Id<'Child'>;

  @Field(() => PlacementType)
  type!: `${PlacementType}`;

  @Field(() => Boolean, { description: 'Whether coming there counts as a move in placement stability.' })
  countsAsMove!: boolean;

  @Field(() => UUID, { nullable: true, description: 'Empty where no caregiver family is.' })
  householdId!: Id<'CaregiverHousehold'> | null;

  @Field(() => UUID, { nullable: true, description: 'For a stay that is no move: the placement that goes on meanwhile.' })
  besidePlacementId!: Id<'Placement'> | null;

  @Field(() => [EarlierPlacementTypeView], { description: 'Of this same home, oldest first; empty unless its type has changed.' })
  earlierTypes!: readonly EarlierPlacementTypeView[];

  @Field(() => Instant)
  startedAt!: Temporal.Instant;

  @Field(() => ClockPrecision)
  startedPrecision!: Precision;

  @Field(() => Instant, { nullable: true, description: 'Empty while the child lives there.' })
  endedAt!: Temporal.Instant | null;

  static from(placement: Row<Placement>): PlacementView {
    const { id, childId, type, householdId, besidePlacementId, startedAt, startedPrecision, endedAt } = placement;
    const earlierTypes = placement.earlierTypes.map((earlier) => ({ type: earlier.type, until: Temporal.Instant.from(earlier.until) }));
    return Object.assign(new PlacementView(), { id, childId, type, countsAsMove: countsAsMove(type), householdId, besidePlacementId, earlierTypes, startedAt, startedPrecision, endedAt });
  }
}
