import { Clock, type Id } from '@fc/domain-kernel';
import { UUID } from '@fc/subgraph';
import { CountyDb } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { Field, InputType } from '@nestjs/graphql';
import { HearingFinding, HearingFindingOutcome } from './hearing-finding.entity.ts';
import { keptHearing } from './known-hearing.ts';

@InputType()
export class RecordFindingOutcomeInput {
  @Field(() => UUID)
  findingId!: Id<'HearingFinding'>;

  @Field(() => HearingFindingOutcome)
  outcome!: HearingFindingOutcome;

  @Field(() => String, { nullable: true, description: 'Which service, or why none; what the judge made of it.' })
  note?: string | null;
}

/** Staff of the case record what came of a finding. */
@Injectable()
export class RecordFindingOutcome {
  constructor(
    private readonly db: CountyDb,
    private readonly clock: Clock,
  ) {}

  /** Answers the hearing that it belongs to. */
  run({ findingId, outcome, note }: RecordFindingOutcomeInput): Promise<Id<'ReviewHearing'>> {
    return this.db.transact(async (tx) => {
      const { hearingId } = await keptHearing(tx, HearingFinding, findingId);
      (await tx.lock(HearingFinding, findingId)).cameTo(outcome, note, this.clock.now());
      return hearingId;
    });
  }
}
