import { Clock, type Id } from '@fc/domain-kernel';
import { UUID } from '@fc/subgraph';
import { CountyDb } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { Field, InputType } from '@nestjs/graphql';
import { endMatches } from './end-matches.ts';
import { MatchEndReason } from './match-end-reason.ts';
import { MentorMatch } from './mentor-match.entity.ts';

@InputType()
export class EndMatchInput {
  @Field(() => UUID)
  matchId!: Id<'MentorMatch'>;

  @Field(() => MatchEndReason, { defaultValue: MatchEndReason.OTHER, description: 'For coordinators and program supervisors; neither side reads it.' })
  reason!: `${MatchEndReason}`;
}

/** Ends a match; one that is over stays as it is. */
@Injectable()
export class EndMatch {
  constructor(
    private readonly db: CountyDb,
    private readonly clock: Clock,
  ) {}

  run({ matchId, reason }: EndMatchInput): Promise<Id<'MentorMatch'>> {
    return this.db.transact(async (tx) => {
      const { id } = await tx.get(MentorMatch, matchId);
      await endMatches(tx, { id }, this.clock.now(), reason);
      return id;
    });
  }
}
