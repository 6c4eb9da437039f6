import { Clock, type Id } from '@fc/domain-kernel';
import { UUID } from '@fc/subgraph';
import { CountyDb } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { Field, InputType } from '@nestjs/graphql';
import { holdOwnMatch } from './own-match.ts';
import { RematchRequest } from './rematch-request.entity.ts';

@InputType()
export class TakeBackRematchRequestInput {
  @Field(() => UUID)
  matchId!: Id<'MentorMatch'>;
}

/** They stay together after all. What the other side may have asked for stays as it is. */
@Injectable()
export class TakeBackRematchRequest {
  constructor(
    private readonly db: CountyDb,
    private readonly clock: Clock,
  ) {}

  run({ matchId }: TakeBackRematchRequestInput): Promise<Id<'MentorMatch'>> {
    return this.db.transact(async (tx) => {
      const side = await holdOwnMatch(tx, matchId);
      (await tx.first(RematchRequest, { matchId, side }))?.takeBack(this.clock.now());
      return matchId;
    });
  }
}
