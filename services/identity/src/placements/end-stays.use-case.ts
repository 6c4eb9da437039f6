import { Clock, requirePast, type Id, type Temporal } from '@fc/domain-kernel';
import { Instant, UUID } from '@fc/subgraph';
import { CountyDb } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { Field, InputType } from '@nestjs/graphql';
import { lockChildrenOfCase } from '../case-assignments/on-case.ts';
import { endPlacement } from './place-child.ts';
import { Placement } from './placement.entity.ts';
import { noStay } from './placements.errors.ts';

@InputType()
export class EndStaysInput {
  @Field(() => [UUID], { description: 'Siblings who come back together.' })
  childIds!: Id<'Child'>[];

  @Field(() => Instant)
  endedAt!: Temporal.Instant;
}

/** Children come back from respite, a hospital, a trial home visit or a runaway to the home where they live. */
@Injectable()
export class EndStays {
  constructor(
    private readonly db: CountyDb,
    private readonly clock: Clock,
  ) {}

  run({ childIds, endedAt }: EndStaysInput): Promise<Id<'Placement'>[]> {
    requirePast(endedAt, this.clock.now(), 'The return');
    return this.db.transact(async (tx) => {
      const ended: Placement[] = [];
      for (const childId of await lockChildrenOfCase(tx, childIds)) {
        const stay = await tx.first(Placement, { childId, endedAt: null, besidePlacementId: { $ne: null } });
        if (!stay) throw noStay();
        ended.push(stay);
      }
      for (const stay of ended) await endPlacement(tx, stay, endedAt);
      return ended.map((stay) => stay.id);
    });
  }
}
