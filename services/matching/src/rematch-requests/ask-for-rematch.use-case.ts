import { Clock, type Id } from '@fc/domain-kernel';
import { IdempotencyKey, UUID } from '@fc/subgraph';
import { CountyDb } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { Field, InputType } from '@nestjs/graphql';
import { holdOwnMatch } from './own-match.ts';
import { RematchRequest } from './rematch-request.entity.ts';

@InputType()
export class AskForRematchInput {
  @Field(() => IdempotencyKey)
  idempotencyKey!: string;

  @Field(() => UUID)
  matchId!: Id<'MentorMatch'>;
}

/** The mentor, the parent or any caregiver of the household asks to be matched anew, by this one action. Asked twice, it is asked once. */
@Injectable()
export class AskForRematch {
  constructor(
    private readonly db: CountyDb,
    private readonly clock: Clock,
  ) {}

  run(input: AskForRematchInput): Promise<Id<'MentorMatch'>> {
    return this.db.once(input, async (tx) => {
      const { matchId } = input;
      const side = await holdOwnMatch(tx, matchId);
      const now = this.clock.now();
      (await tx.firstOr(RematchRequest, { matchId, side }, () => RematchRequest.of(matchId, side, now))).askAgain(now);
      return matchId;
    });
  }
}
