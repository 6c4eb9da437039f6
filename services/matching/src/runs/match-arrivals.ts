import { Clock } from '@fc/domain-kernel';
import { countyContext, CountyDb, CountyJobs, type CountyJob, type Transaction } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { OwnWords } from '../own-words/own-words.ts';
import { MentorNeed } from '../needs/mentor-need.entity.ts';
import { holdMentorsStill } from '../proposals/propose.ts';
import { proposeOnArrival } from './propose-on-arrival.ts';
import type { WaitingNeed } from './matching-input.ts';
import { runOver } from './run-over.ts';
import { SearchForMentors } from './search-for-mentors.ts';
import { waitingForRun } from './waiting-needs.ts';

/** Looks for a mentor for each who has come in, where the county wants it so, and for each whose mentor or proposal something has taken away, one after the other. Of several processes one does it, and the others find nothing left to do. */
@Injectable()
export class MatchArrivals {
  readonly #job: CountyJob;

  constructor(
    private readonly db: CountyDb,
    private readonly words: OwnWords,
    private readonly clock: Clock,
    private readonly search: SearchForMentors,
    jobs: CountyJobs,
  ) {
    this.#job = jobs.add('match-arrivals', () => this.#round());
  }

  /** Somebody is to be looked for at once, in the county of this piece of work. */
  wake(): void {
    this.#job.wake(countyContext().county.slug);
  }

  async #round(): Promise<void> {
    const due = await this.db.read((reader) => reader.rows(MentorNeed, { lookDue: true }, { orderBy: { since: 'asc', id: 'asc' } }));
    for (const { id } of due) await this.db.transact((tx) => this.#look(tx, id));
    if (due.length > 0) this.search.wake();
  }

  async #look(tx: Transaction, id: MentorNeed['id']): Promise<void> {
    await holdMentorsStill(tx);
    if (!(await tx.get(MentorNeed, id)).lookDue) return; // another process has looked
    const [waiting] = await waitingForRun(tx, [id]);
    const together = waiting ? await leadingWith(tx, waiting) : [];
    if (waiting && together.length === 0) await proposeOnArrival(this.words, tx, waiting, this.clock.now());
    if (waiting && together.length > 0) await runOver(this.words, tx, [waiting, ...together], this.clock.now());
    for (const need of await tx.lockAll(MentorNeed, { id: { $in: [id, ...together.map((other) => other.id)] } })) need.looked();
  }
}

/** Those for whom somebody is to be looked for too, and whose mentors would lead with theirs: both are found at once, so that neither takes the hours that the other needs. */
async function leadingWith(tx: Transaction, { id, participantId }: WaitingNeed): Promise<WaitingNeed[]> {
  const rows = await tx.sql<{ id: MentorNeed['id'] }>(
    `select distinct need.id from connection_party own join connection_party other using (connection_id) join mentor_need need on need.participant_id = other.participant_id
      where own.participant_id = ? and own.closed_at is null and other.closed_at is null and other.participant_id <> own.participant_id and need.look_due and need.id <> ?`,
    [participantId, id],
  );
  return rows.length > 0 ? waitingForRun(tx, rows.map((row) => row.id)) : [];
}
