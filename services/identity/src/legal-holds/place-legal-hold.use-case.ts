import { Clock, type Id } from '@fc/domain-kernel';
import { IdempotencyKey, UUID } from '@fc/subgraph';
import { CountyDb } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { Field, InputType } from '@nestjs/graphql';
import { Child } from '../families/child.entity.ts';
import { Person } from '../people/person.entity.ts';
import { takeTurn } from './held.ts';
import { LegalHold, LegalHoldScope } from './legal-hold.entity.ts';

@InputType()
export class PlaceLegalHoldInput {
  @Field(() => IdempotencyKey)
  idempotencyKey!: string;

  @Field(() => LegalHoldScope)
  scope!: LegalHoldScope;

  @Field(() => UUID, { nullable: true, description: 'The person or the child; left out for the whole county.' })
  subjectId?: Id<'Person'> | null;

  @Field(() => String, { description: 'Up to 500 characters.' })
  reason!: string;

  @Field(() => String, { description: 'The matter’s number with the court or the counsel, up to 100 characters.' })
  matter!: string;
}

/** Keeps records for a court, whatever else would end them. */
@Injectable()
export class PlaceLegalHold {
  constructor(
    private readonly db: CountyDb,
    private readonly clock: Clock,
  ) {}

  run(input: PlaceLegalHoldInput): Promise<Id<'LegalHold'>> {
    return this.db.once(input, async (tx) => {
      const { scope, subjectId = null, reason, matter } = input;
      if (subjectId) await (scope === LegalHoldScope.CHILD ? tx.get(Child, subjectId) : tx.get(Person, subjectId));
      await takeTurn(tx);
      const hold = LegalHold.place({ scope, subjectId, reason, matter, placedBy: tx.context.actor.person as Id<'Person'>, placedAt: this.clock.now() });
      tx.add(hold);
      return hold.id;
    });
  }
}
