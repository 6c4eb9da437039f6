import { Clock, type Id } from '@fc/domain-kernel';
import { IdempotencyKey, UUID } from '@fc/subgraph';
import { CountyDb } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { Field, InputType } from '@nestjs/graphql';
import { guideMember, readerOf } from '../guide/guide-member.ts';
import { MomentMark } from './moment-mark.entity.ts';
import { momentOf } from './moment-pack.ts';

@InputType()
export class MarkMomentInput {
  @Field(() => IdempotencyKey)
  idempotencyKey!: string;

  @Field(() => UUID)
  connectionId!: Id<'FamilyConnection'>;

  @Field(() => String, { description: 'One that is suggested to you: M-COURT-PAR-01.' })
  promptId!: string;
}

/** Somebody marks for themself that they did it. Nothing asks for it, and nobody else learns of it. */
@Injectable()
export class MarkMoment {
  constructor(
    private readonly db: CountyDb,
    private readonly clock: Clock,
  ) {}

  run(input: MarkMomentInput): Promise<Id<'MomentMark'>> {
    return this.db.once(input, async (tx) => {
      const { person, side, connection } = await guideMember(tx, input.connectionId);
      const moment = { connectionId: connection.id, personId: person, promptId: momentOf(input.promptId, readerOf(side)).id };
      const mark = await tx.firstOr(MomentMark, moment, () => MomentMark.of(moment));
      mark.mark(this.clock.now());
      return mark.id;
    });
  }
}
