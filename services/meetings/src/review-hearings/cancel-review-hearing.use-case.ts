import type { Id } from '@fc/domain-kernel';
import { UUID } from '@fc/subgraph';
import { CountyDb } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { Field, InputType } from '@nestjs/graphql';
import { FamilyConnection } from '../projections/family-connection.entity.ts';
import { keptHearing } from './known-hearing.ts';
import { ReviewHearing } from './review-hearing.entity.ts';
import { tellOfHearing } from './tell-of-hearing.ts';

@InputType()
export class CancelReviewHearingInput {
  @Field(() => UUID)
  hearingId!: Id<'ReviewHearing'>;
}

/** It does not take place; another one is planned anew. */
@Injectable()
export class CancelReviewHearing {
  constructor(private readonly db: CountyDb) {}

  run({ hearingId }: CancelReviewHearingInput): Promise<Id<'ReviewHearing'>> {
    return this.db.transact(async (tx) => {
      const { connectionId } = await keptHearing(tx, ReviewHearing, hearingId);
      const hearing = await tx.lock(ReviewHearing, hearingId);
      hearing.cancel();
      await tellOfHearing(tx, hearing, await tx.get(FamilyConnection, connectionId), 'APPOINTMENT_CANCELLED');
      return hearingId;
    });
  }
}
