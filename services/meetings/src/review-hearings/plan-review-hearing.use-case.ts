import { Role } from '@fc/auth';
import { MeetingsNotificationRequestedV1 } from '@fc/contracts';
import { Clock, type Id, type Temporal } from '@fc/domain-kernel';
import { askToTell, IdempotencyKey, Instant, requireOnConnection, UUID } from '@fc/subgraph';
import { CountyDb, type Transaction } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { Field, InputType } from '@nestjs/graphql';
import { connectionClosed } from '../connections-meetings/connections-meeting.errors.ts';
import { isProhibited } from '../contact/prohibited.ts';
import { actingPerson } from '../projections/acting-person.ts';
import { FamilyConnection } from '../projections/family-connection.entity.ts';
import { getOnConnection } from '../projections/on-connection.ts';
import { ReviewHearing, ReviewHearingKind } from './review-hearing.entity.ts';

@InputType()
export class PlanReviewHearingInput {
  @Field(() => IdempotencyKey)
  idempotencyKey!: string;

  @Field(() => UUID)
  connectionId!: Id<'FamilyConnection'>;

  @Field(() => ReviewHearingKind)
  kind!: ReviewHearingKind;

  @Field(() => Instant)
  scheduledFor!: Temporal.Instant;

  @Field(() => String)
  place!: string;
}

@InputType()
export class CancelReviewHearingInput {
  @Field(() => UUID)
  hearingId!: Id<'ReviewHearing'>;
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
      const connection = await tx.get(FamilyConnection, input.connectionId);
      if (connection.closedAt) throw connectionClosed();
      const hearing = ReviewHearing.planned(input, { county: tx.context.county, by: actingPerson(tx), now: this.clock.now() });
      tx.add(hearing);
      await tell(tx, hearing, connection, 'APPOINTMENT_PLANNED');
      return hearing.id;
    });
  }
}

/** It does not take place; another one is planned anew. */
@Injectable()
export class CancelReviewHearing {
  constructor(private readonly db: CountyDb) {}

  run({ hearingId }: CancelReviewHearingInput): Promise<Id<'ReviewHearing'>> {
    return this.db.transact(async (tx) => {
      const { connectionId } = await getOnConnection(tx, ReviewHearing, hearingId, Role.CASEWORKER, Role.COORDINATOR);
      const hearing = await tx.lock(ReviewHearing, hearingId);
      hearing.cancel();
      await tell(tx, hearing, await tx.get(FamilyConnection, connectionId), 'APPOINTMENT_CANCELLED');
      return hearingId;
    });
  }
}

/** The parent, and the caregivers unless the two must not meet at that time. */
async function tell(tx: Transaction, { scheduledFor: at }: ReviewHearing, connection: FamilyConnection, template: 'APPOINTMENT_PLANNED' | 'APPOINTMENT_CANCELLED'): Promise<void> {
  const caregivers = (await isProhibited(tx, connection, 'IN_PERSON', at)) ? [] : connection.caregiverIds;
  askToTell(tx, MeetingsNotificationRequestedV1, [connection.parentId, ...caregivers], { template, at, expiresAt: at });
}
