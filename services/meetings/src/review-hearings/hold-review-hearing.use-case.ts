import { Clock, type Id, type Temporal } from '@fc/domain-kernel';
import { Instant, UUID } from '@fc/subgraph';
import { CountyDb } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { Field, InputType } from '@nestjs/graphql';
import { earliestStay } from '../projections/earliest-stay.ts';
import { FamilyConnection } from '../projections/family-connection.entity.ts';
import { keptHearing } from './known-hearing.ts';
import { ReviewHearing } from './review-hearing.entity.ts';

@InputType()
export class HoldReviewHearingInput {
  @Field(() => UUID)
  hearingId!: Id<'ReviewHearing'>;

  @Field(() => Instant)
  heldAt!: Temporal.Instant;
}

/** Staff of the case record that a review took place. */
@Injectable()
export class HoldReviewHearing {
  constructor(
    private readonly db: CountyDb,
    private readonly clock: Clock,
  ) {}

  run({ hearingId, heldAt }: HoldReviewHearingInput): Promise<Id<'ReviewHearing'>> {
    return this.db.transact(async (tx) => {
      const { connectionId } = await keptHearing(tx, ReviewHearing, hearingId);
      const from = await earliestStay(tx, await tx.get(FamilyConnection, connectionId));
      (await tx.lock(ReviewHearing, hearingId)).hold(heldAt, { from, now: this.clock.now() });
      return hearingId;
    });
  }
}
