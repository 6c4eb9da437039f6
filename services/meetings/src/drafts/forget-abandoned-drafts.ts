import { Clock, type CountySlug, type Temporal } from '@fc/domain-kernel';
import { CountyDb, CountyJobs, type CountyJob } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { Draft } from './draft.entity.ts';

/** What nobody has gone on with for so long is thrown away: it holds a family's words for nothing. */
const longestDraft = { hours: 30 * 24 };
const everyHour = 3_600_000;

/** Throws drafts away that were begun and never sent in, 30 days after they were last saved. */
@Injectable()
export class ForgetAbandonedDrafts {
  readonly #job: CountyJob;

  constructor(
    private readonly db: CountyDb,
    private readonly clock: Clock,
    jobs: CountyJobs,
  ) {
    this.#job = jobs.add('forget-abandoned-drafts', () => this.#round());
  }

  /** Looks at once, and not only when the hour comes. */
  wake(county: CountySlug): void {
    this.#job.wake(county);
  }

  async #round(): Promise<number> {
    const before = this.clock.now().subtract(longestDraft);
    // Looked up first, because a county in which nothing happens gets no entry in its trail.
    const left = await this.db.read((reader) => reader.count(Draft, { savedAt: { $lt: before } }));
    if (left > 0) await this.#forget(before);
    return everyHour;
  }

  /** One that its writer goes on with at this moment stays there. */
  #forget(before: Temporal.Instant): Promise<unknown> {
    return this.db.transact((tx) => tx.sql(`delete from draft where saved_at < ?::timestamptz`, [before.toString()]));
  }
}
