import { notFound, type Id } from '@fc/domain-kernel';
import { UUID } from '@fc/subgraph';
import { CountyDb } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { Field, InputType } from '@nestjs/graphql';
import { MentorMatch } from '../matches/mentor-match.entity.ts';
import { MentorNeed } from '../needs/mentor-need.entity.ts';
import { OwnWords } from '../own-words/own-words.ts';
import { HandOver } from './hand-over.entity.ts';

@InputType()
export class SuggestHandOverInput {
  @Field(() => UUID)
  matchId!: Id<'MentorMatch'>;

  @Field(() => String, { description: 'Up to 4,000 characters.' })
  text!: string;
}

/** A mentor suggests what the next one should know. Nobody but the family reads it, unless they agree. */
@Injectable()
export class SuggestHandOver {
  constructor(
    private readonly db: CountyDb,
    private readonly words: OwnWords,
  ) {}

  run({ matchId, text }: SuggestHandOverInput): Promise<Id<'MentorMatch'>> {
    return this.db.transact(async (tx) => {
      const match = await tx.lock(MentorMatch, matchId);
      if (!match.isActive() || match.mentorId !== tx.context.actor.person) throw notFound('match');
      const { id: needId } = await tx.lock(MentorNeed, match.needId);
      const handOver = await tx.firstOr(HandOver, { needId }, () => HandOver.of(needId));
      handOver.suggest(text, await this.words.keyOfHandOver(tx, handOver, match.participantId));
      return match.id;
    });
  }
}
