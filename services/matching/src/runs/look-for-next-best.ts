import { Clock, type Id } from '@fc/domain-kernel';
import { countyContext, CountyDb, CountyJobs, type CountyJob, type Transaction } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { MatchProposal } from '../proposals/match-proposal.entity.ts';
import { holdMentorsStill } from '../proposals/propose.ts';
import { timeOutProposals } from '../proposals/time-out-proposals.ts';
import { runOver } from './run-over.ts';
import { SearchForMentors } from './search-for-mentors.ts';
import { waitingForRun } from './waiting-needs.ts';

/**
 * Closes by itself what nobody answered in time, and looks for the next best for whoever was not answered or was said no to.
 * Woken by each no, and else within a minute. Of several processes one does it, and the others find nothing left to do.
 */
@Injectable()
export class LookForNextBest {
  readonly #job: CountyJob;

  constructor(
    private readonly db: CountyDb,
    private readonly clock: Clock,
    private readonly search: SearchForMentors,
    jobs: CountyJobs,
  ) {
    this.#job = jobs.add('look-for-next-best', () => this.#round());
  }

  /** Somebody in the county of this piece of work has said no. */
  wake(): void {
    this.#job.wake(countyContext().county.slug);
  }

  async #round(): Promise<void> {
    const now = this.clock.now();
    const due = await this.db.read((reader) => reader.count(MatchProposal, { $or: [{ status: 'PROPOSED', answerBy: { $lte: now } }, { nextBestDue: true }] }));
    if (due === 0) return;
    await this.db.transact((tx) => this.#lookAgain(tx));
    this.search.wake();
  }

  async #lookAgain(tx: Transaction): Promise<void> {
    await holdMentorsStill(tx);
    const now = this.clock.now();
    await timeOutProposals(tx, now);
    await tx.flush();
    const due = await tx.sql<{ need_id: Id<'MentorNeed'> }>('update match_proposal set next_best_due = false where next_best_due returning need_id', []);
    const waiting = await waitingForRun(tx, due.map(({ need_id: needId }) => needId));
    if (waiting.length > 0) await runOver(tx, waiting, now);
  }
}
