import { Clock, type Id } from '@fc/domain-kernel';
import { IdempotencyKey, UUID } from '@fc/subgraph';
import { CountyDb } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { Field, InputType } from '@nestjs/graphql';
import { OwnWords } from '../own-words/own-words.ts';
import { MatchEndReason } from '../matches/match-end-reason.ts';
import { endMatches } from '../matches/end-matches.ts';
import { MentorMatch } from '../matches/mentor-match.entity.ts';
import { hasOpenConnection } from '../needs/connection-party.entity.ts';
import { MentorNeed } from '../needs/mentor-need.entity.ts';
import { holdMentorsStill } from '../proposals/propose.ts';
import { needNotOpen } from '../proposals/proposals.errors.ts';
import { runOver } from './run-over.ts';
import { SearchForMentors } from './search-for-mentors.ts';

@InputType()
export class RematchInput {
  @Field(() => IdempotencyKey)
  idempotencyKey!: string;

  @Field(() => UUID)
  matchId!: Id<'MentorMatch'>;

  @Field(() => MatchEndReason, { defaultValue: MatchEndReason.OTHER, description: 'For coordinators and program supervisors; neither side reads it.' })
  reason!: `${MatchEndReason}`;
}

/** Ends a match and looks for the next best at once. No record says whose doing it was. */
@Injectable()
export class Rematch {
  constructor(
    private readonly db: CountyDb,
    private readonly words: OwnWords,
    private readonly clock: Clock,
    private readonly search: SearchForMentors,
  ) {}

  async run(input: RematchInput): Promise<Id<'MatchRun'>> {
    const runId = await this.db.once(input, async (tx) => {
      await holdMentorsStill(tx);
      const { id, needId, participantId } = await tx.get(MentorMatch, input.matchId);
      if (!(await hasOpenConnection(tx, participantId))) throw needNotOpen();
      const now = this.clock.now();
      await endMatches(tx, { id }, now, input.reason);
      await tx.flush();
      const need = await tx.get(MentorNeed, needId);
      if (!need.isOpen()) throw needNotOpen();
      return (await runOver(this.words, tx, [need], now)).id;
    });
    this.search.wake();
    return runId;
  }
}
