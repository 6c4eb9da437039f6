import { Clock, type Id } from '@fc/domain-kernel';
import { UUID } from '@fc/subgraph';
import { CountyDb } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { Field, InputType } from '@nestjs/graphql';
import { lockOwnNeed } from '../needs/own-need.ts';
import { OwnWords } from '../own-words/own-words.ts';
import { HandOver } from './hand-over.entity.ts';

@InputType()
export class AgreeHandOverInput {
  @Field(() => UUID)
  needId!: Id<'MentorNeed'>;

  @Field(() => String, { nullable: true, description: 'In their own words, up to 4,000 characters; left out, what their mentor suggested.' })
  text?: string | null;
}

/** The parent, or any caregiver of the household, says what the next mentor may know. */
@Injectable()
export class AgreeHandOver {
  constructor(
    private readonly db: CountyDb,
    private readonly words: OwnWords,
    private readonly clock: Clock,
  ) {}

  run({ needId, text = null }: AgreeHandOverInput): Promise<Id<'MentorNeed'>> {
    return this.db.transact(async (tx) => {
      const { id, participantId } = await lockOwnNeed(tx, needId);
      const handOver = await tx.firstOr(HandOver, { needId: id }, () => HandOver.of(id));
      handOver.agree(text, this.clock.now(), await this.words.keyOfHandOver(tx, handOver, participantId));
      return id;
    });
  }
}
