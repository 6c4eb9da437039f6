import { Role } from '@fc/auth';
import { Clock, type Id, type Temporal } from '@fc/domain-kernel';
import { IdempotencyKey, Instant, UUID } from '@fc/subgraph';
import { CountyDb } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { Field, InputType } from '@nestjs/graphql';
import { actingPerson } from '../projections/acting-person.ts';
import { getOnConnection } from '../projections/on-connection.ts';
import { HearingFinding, HearingFindingKind, HearingFindingOutcome } from './hearing-finding.entity.ts';
import { ReviewHearing } from './review-hearing.entity.ts';

@InputType()
export class HoldReviewHearingInput {
  @Field(() => UUID)
  hearingId!: Id<'ReviewHearing'>;

  @Field(() => Instant)
  heldAt!: Temporal.Instant;
}

@InputType()
export class RecordHearingFindingInput {
  @Field(() => IdempotencyKey)
  idempotencyKey!: string;

  @Field(() => UUID)
  hearingId!: Id<'ReviewHearing'>;

  @Field(() => HearingFindingKind)
  kind!: HearingFindingKind;

  @Field(() => String)
  text!: string;

  @Field(() => Boolean, { defaultValue: false, description: 'Whether the caregivers read it too; left out, the parent and the staff alone.' })
  forCaregivers!: boolean;
}

@InputType()
export class RecordFindingOutcomeInput {
  @Field(() => UUID)
  findingId!: Id<'HearingFinding'>;

  @Field(() => HearingFindingOutcome)
  outcome!: HearingFindingOutcome;

  @Field(() => String, { nullable: true, description: 'Which service, or why none; what the judge made of it.' })
  note?: string | null;
}

/** Staff of the case record that a review took place, what it found, and what came of that. */
@Injectable()
export class RecordReviewHearing {
  constructor(
    private readonly db: CountyDb,
    private readonly clock: Clock,
  ) {}

  held({ hearingId, heldAt }: HoldReviewHearingInput): Promise<Id<'ReviewHearing'>> {
    return this.db.transact(async (tx) => {
      await getOnConnection(tx, ReviewHearing, hearingId, Role.CASEWORKER, Role.COORDINATOR);
      (await tx.lock(ReviewHearing, hearingId)).hold(heldAt, this.clock.now());
      return hearingId;
    });
  }

  /** Answers the hearing that it belongs to. */
  async finding(input: RecordHearingFindingInput): Promise<Id<'ReviewHearing'>> {
    await this.db.once(input, async (tx) => {
      const hearing = await getOnConnection(tx, ReviewHearing, input.hearingId, Role.CASEWORKER, Role.COORDINATOR);
      const finding = HearingFinding.of(hearing, input, actingPerson(tx), this.clock.now());
      tx.add(finding);
      return finding.id;
    });
    return input.hearingId;
  }

  /** Answers the hearing that it belongs to. */
  outcome({ findingId, outcome, note }: RecordFindingOutcomeInput): Promise<Id<'ReviewHearing'>> {
    return this.db.transact(async (tx) => {
      const { hearingId } = await getOnConnection(tx, HearingFinding, findingId, Role.CASEWORKER, Role.COORDINATOR);
      (await tx.lock(HearingFinding, findingId)).cameTo(outcome, note, this.clock.now());
      return hearingId;
    });
  }
}
