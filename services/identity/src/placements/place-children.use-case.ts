import { Clock, requirePast, type Id } from '@fc/domain-kernel';
import { IdempotencyKey, UUID } from '@fc/subgraph';
import { CountyDb, type Transaction } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { Field, InputType } from '@nestjs/graphql';
import { lockChildrenOfCase } from '../case-assignments/on-case.ts';
import { CaregiverHousehold } from '../families/caregiver-household.entity.ts';
import { askPreference, IcwaPlacementInput } from '../icwa/ask-preference.ts';
import { ClockStartInput } from './clock-start.input.ts';
import { FosterCareEpisode } from './foster-care-episode.entity.ts';
import { placeChild } from './place-child.ts';
import { PlacementType } from './placement-type.ts';
import type { Placement } from './placement.entity.ts';
import { notInCare } from './placements.errors.ts';

@InputType()
export class PlaceChildrenInput {
  @Field(() => IdempotencyKey)
  idempotencyKey!: string;

  @Field(() => [UUID], { description: 'Siblings who come to the same home together; each gets a placement of their own.' })
  childIds!: Id<'Child'>[];

  @Field(() => PlacementType)
  type!: PlacementType;

  @Field(() => UUID, { nullable: true, description: 'The caregiver family; none for group care, a hospital and the like.' })
  householdId?: Id<'CaregiverHousehold'> | null;

  @Field(() => ClockStartInput)
  startedAt!: ClockStartInput;

  @Field(() => IcwaPlacementInput, { nullable: true, description: 'Needed for a move of a child to whom the Indian Child Welfare Act may apply; passed over for the others.' })
  icwa?: IcwaPlacementInput | null;
}

/** A child comes to live somewhere: for the first time, by a change of placement, which ends the one before, or for a stay beside it, which does not. */
@Injectable()
export class PlaceChildren {
  constructor(
    private readonly db: CountyDb,
    private readonly clock: Clock,
  ) {}

  run(input: PlaceChildrenInput): Promise<Id<'Placement'>[]> {
    requirePast(input.startedAt.at, this.clock.now(), 'The placement');
    return this.db.onceAll(input, async (tx) => {
      if (input.householdId) await tx.get(CaregiverHousehold, input.householdId);
      const placements: Placement[] = [];
      for (const childId of await lockChildrenOfCase(tx, input.childIds)) placements.push(await this.#place(tx, childId, input));
      return placements.map((placement) => placement.id);
    });
  }

  async #place(tx: Transaction, childId: Id<'Child'>, { type, householdId = null, startedAt, icwa = null }: PlaceChildrenInput): Promise<Placement> {
    const episode = await tx.first(FosterCareEpisode, { childId, exitedAt: null });
    if (!episode) throw notInCare();
    const placement = await placeChild(tx, episode, { type, householdId, started: startedAt });
    await askPreference(tx, placement, icwa);
    return placement;
  }
}
