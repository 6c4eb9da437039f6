import { Clock, type Id } from '@fc/domain-kernel';
import { countyContext, CountyDb, CountyJobs, type CountyJob, type Transaction } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { OwnWords } from '../own-words/own-words.ts';
import { MatchProposal } from '../proposals/match-proposal.entity.ts';
import { holdMentorsStill } from '../proposals/propose.ts';
import { timeOutProposals } from '../proposals/time-out-proposals.ts';
import { MatchArrivals } from './match-arrivals.ts';
import { runOver } from './run-over.ts';
import { SearchForMentors } from './search-for-mentors.ts';
import { waitingForRun } from './waiting-needs.ts';

/**
 * Closes by itself what nobody answered in time, and looks for the next best for whoever was not answered or was said no to.
 * Woken by each no, and when the next answer is due. Of several processes one does it, and the others find nothing left to do.
 */
@Injectable()
export class LookForNextBest {
  readonly #job: CountyJob;

  constructor(
    private readonly db: CountyDb,
    private readonly words: OwnWords,
    private readonly clock: Clock,
    private readonly search: SearchForMentors,
    private readonly arrivals: MatchArrivals,
    jobs: CountyJobs,
  ) {
    this.#job = jobs.add('look-for-next-best', () => this.#round());
  }

  /** Somebody in the county of this piece of work has said no. */
  wake(): void {
    this.#job.wake(countyContext().county.slug);
  }

  /** Answers in how many milliseconds the next answer is due. */
  async #round(): Promise<number | undefined> {
    const now = this.clock.now();
    const due = await this.db.read((reader) => reader.count(MatchProposal, { $or: [{ status: 'PROPOSED', answerBy: { $lte: now } }, { nextBestDue: true }] }));
    if (due > 0) {
      await this.db.transact((tx) => this.#lookAgain(tx));
      this.search.wake();
      this.arrivals.wake();
    }
    const [next] = await this.db.read((reader) => reader.rows(MatchProposal, { status: 'PROPOSED', answerBy: { $ne: null } }, { orderBy: { answerBy: 'asc' }, limit: 1 }));
    return next?.answerBy ? Math.ceil(next.answerBy.since(now).total('milliseconds')) : undefined;
  }

  async #lookAgain(tx: Transaction): Promise<void> {
    await holdMentorsStill(tx);
    const now = this.clock.now();
    await timeOutProposals(tx, now);
    await tx.flush();
    const due = await tx.sql<{ need_id: Id<'MentorNeed'> }>('update match_proposal set next_best_due = false where next_best_due returning need_id', []);
    const waiting = await waitingForRun(tx, due.map(({ need_id: needId }) => needId));
    if (waiting.length > 0) await runOver(this.words, tx, waiting, now);
  }
}
