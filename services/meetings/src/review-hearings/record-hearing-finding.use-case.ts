import { Clock, type Id } from '@fc/domain-kernel';
import { IdempotencyKey, UUID } from '@fc/subgraph';
import { CountyDb } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { Field, InputType } from '@nestjs/graphql';
import { actingPerson } from '../projections/acting-person.ts';
import { HearingFinding, HearingFindingKind } from './hearing-finding.entity.ts';
import { keptHearing } from './known-hearing.ts';
import { ReviewHearing } from './review-hearing.entity.ts';

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

/** Staff of the case record what a review found, or recommends. */
@Injectable()
export class RecordHearingFinding {
  constructor(
    private readonly db: CountyDb,
    private readonly clock: Clock,
  ) {}

  /** Answers the hearing that it belongs to. */
  async run(input: RecordHearingFindingInput): Promise<Id<'ReviewHearing'>> {
    await this.db.once(input, async (tx) => {
      const hearing = await keptHearing(tx, ReviewHearing, input.hearingId);
      const finding = HearingFinding.of(hearing, input, actingPerson(tx), this.clock.now());
      tx.add(finding);
      return finding.id;
    });
    return input.hearingId;
  }
}
