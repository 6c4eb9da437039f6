import { Role } from '@fc/auth';
import { Clock, type Id, type Temporal } from '@fc/domain-kernel';
import { IdempotencyKey, Instant, requireOnConnection, UUID } from '@fc/subgraph';
import { CountyDb } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { Field, InputType, Int } from '@nestjs/graphql';
import { actingPerson } from '../projections/acting-person.ts';
import { holdOpen } from '../projections/open-connection.ts';
import { lengthField } from '../scheduling/meeting-length.ts';
import { ReviewHearing, ReviewHearingKind } from './review-hearing.entity.ts';
import { tellOfHearing } from './tell-of-hearing.ts';

@InputType()
export class PlanReviewHearingInput {
  @Field(() => IdempotencyKey)
  idempotencyKey!: string;

  @Field(() => UUID)
  connectionId!: Id<'FamilyConnection'>;

  @Field(() => ReviewHearingKind, { nullable: true, description: 'May be left out where `type` says it.' })
  kind?: ReviewHearingKind | null;

  @Field(() => String, { nullable: true, description: 'Which of the county’s hearings it is, by its key: one of `reviewHearingTypes`.' })
  type?: string | null;

  @Field(() => Instant)
  scheduledFor!: Temporal.Instant;

  @Field(() => Int, lengthField)
  minutes?: number | null;

  @Field(() => String)
  place!: string;
}

/** Makes the date of a review known to those whom it concerns. */
@Injectable()
export class PlanReviewHearing {
  constructor(
    private readonly db: CountyDb,
    private readonly clock: Clock,
  ) {}

  run(input: PlanReviewHearingInput): Promise<Id<'ReviewHearing'>> {
    return this.db.once(input, async (tx) => {
      await requireOnConnection(tx, input.connectionId, Role.CASEWORKER, Role.COORDINATOR);
      const connection = await holdOpen(tx, input.connectionId);
      const hearing = ReviewHearing.planned(input, { county: tx.context.county, by: actingPerson(tx), now: this.clock.now() });
      tx.add(hearing);
      await tellOfHearing(tx, hearing, connection, 'APPOINTMENT_PLANNED');
      return hearing.id;
    });
  }
}
