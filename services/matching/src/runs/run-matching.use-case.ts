import { Clock, type Id } from '@fc/domain-kernel';
import { IdempotencyKey } from '@fc/subgraph';
import { CountyDb } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { Field, InputType, Int } from '@nestjs/graphql';
import { OwnWords } from '../own-words/own-words.ts';
import { holdMentorsStill } from '../proposals/propose.ts';
import { timeOutProposals } from '../proposals/time-out-proposals.ts';
import { MatchRun } from './match-run.entity.ts';
import { runOver } from './run-over.ts';
import { SearchForMentors } from './search-for-mentors.ts';
import { waitingForRun } from './waiting-needs.ts';

@InputType()
export class RunMatchingInput {
  @Field(() => IdempotencyKey)
  idempotencyKey!: string;

  @Field(() => Int, { defaultValue: 0, description: 'Draws lots among answers that are equally good; the same number draws the same.' })
  seed!: number;
}

/** Proposes a mentor to everybody who waits and has no open proposal, as far as there are mentors. Proposals whose time is up are closed first. */
@Injectable()
export class RunMatching {
  constructor(
    private readonly db: CountyDb,
    private readonly words: OwnWords,
    private readonly clock: Clock,
    private readonly search: SearchForMentors,
  ) {}

  async run(input: RunMatchingInput): Promise<Id<'MatchRun'>> {
    const runId = await this.db.once(input, async (tx) => {
      await holdMentorsStill(tx);
      const now = this.clock.now();
      await timeOutProposals(tx, now);
      await tx.flush();
      const waiting = await waitingForRun(tx);
      const searching = waiting.length === 0 ? await tx.first(MatchRun, { finishedAt: null }) : null;
      return (searching ?? (await runOver(this.words, tx, waiting, now, input.seed))).id;
    });
    this.search.wake();
    return runId;
  }
}
