import { Clock, type Id, type Temporal } from '@fc/domain-kernel';
import { Instant, UUID } from '@fc/subgraph';
import { CountyDb } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { Field, InputType, Int } from '@nestjs/graphql';
import { FamilyConnection } from '../projections/family-connection.entity.ts';
import { newLengthField } from '../scheduling/meeting-length.ts';
import { MoveReason } from '../scheduling/move-reason.ts';
import { keptHearing } from './known-hearing.ts';
import { ReviewHearing } from './review-hearing.entity.ts';
import { tellOfMove } from './tell-of-hearing.ts';

@InputType()
export class RescheduleReviewHearingInput {
  @Field(() => UUID)
  hearingId!: Id<'ReviewHearing'>;

  @Field(() => Instant)
  scheduledFor!: Temporal.Instant;

  @Field(() => Int, newLengthField)
  minutes?: number | null;

  @Field(() => String, { nullable: true, description: 'Left out: where it was to be.' })
  place?: string | null;

  @Field(() => MoveReason)
  reason!: MoveReason;
}

/** A review is at another time. It stays the same one: what each has prepared, and what both families bring to it, stays. */
@Injectable()
export class RescheduleReviewHearing {
  constructor(
    private readonly db: CountyDb,
    private readonly clock: Clock,
  ) {}

  run(input: RescheduleReviewHearingInput): Promise<Id<'ReviewHearing'>> {
    return this.db.transact(async (tx) => {
      const { connectionId } = await keptHearing(tx, ReviewHearing, input.hearingId);
      const hearing = await tx.lock(ReviewHearing, input.hearingId);
      const { scheduledFor, minutes } = hearing;
      hearing.move(input, input.reason, this.clock.now());
      await tellOfMove(tx, { from: { scheduledFor, minutes }, to: hearing }, await tx.get(FamilyConnection, connectionId));
      return hearing.id;
    });
  }
}
