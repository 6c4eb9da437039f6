import { Clock, type Id } from '@fc/domain-kernel';
import { IdempotencyKey, UUID } from '@fc/subgraph';
import { CountyDb, type Transaction } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { Field, InputType } from '@nestjs/graphql';
import { OwnWords } from '../own-words/own-words.ts';
import { MentorNeed } from '../needs/mentor-need.entity.ts';
import { holdMentorsStill } from '../proposals/propose.ts';
import { needNotOpen, proposalRefusals } from '../proposals/proposals.errors.ts';
import { timeOutProposals } from '../proposals/time-out-proposals.ts';
import { MatchRun } from './match-run.entity.ts';
import { proposeOnArrival } from './propose-on-arrival.ts';
import { SearchForMentors } from './search-for-mentors.ts';
import { waitingForRun } from './waiting-needs.ts';

@InputType()
export class ProposeForNeedInput {
  @Field(() => IdempotencyKey)
  idempotencyKey!: string;

  @Field(() => UUID)
  needId!: Id<'MentorNeed'>;
}

/** Looks for a mentor for one who waits, without a run over all of them. */
@Injectable()
export class ProposeForNeed {
  constructor(
    private readonly db: CountyDb,
    private readonly words: OwnWords,
    private readonly clock: Clock,
    private readonly search: SearchForMentors,
  ) {}

  async run(input: ProposeForNeedInput): Promise<Id<'MatchRun'>> {
    const runId = await this.db.once(input, (tx) => this.#propose(tx, input.needId));
    this.search.wake();
    return runId;
  }

  async #propose(tx: Transaction, needId: Id<'MentorNeed'>): Promise<Id<'MatchRun'>> {
    await holdMentorsStill(tx);
    const now = this.clock.now();
    await timeOutProposals(tx, now);
    await tx.flush();
    const need = await tx.get(MentorNeed, needId);
    if (!need.isOpen()) throw needNotOpen();
    const [waiting] = await waitingForRun(tx, [needId]);
    if (waiting) return (await proposeOnArrival(this.words, tx, waiting, now)).id;
    const searching = (await tx.rows(MatchRun, { finishedAt: null })).find(({ search }) => search?.needIds.includes(needId));
    if (!searching) throw proposalRefusals.match_proposal_one_open();
    return searching.id;
  }
}
