import { Clock, type Id } from '@fc/domain-kernel';
import { countyContext, CountyDb, CountyJobs, StateDb, type CountyJob, type Transaction } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { CommitteeMembership } from './committee-membership.entity.ts';

/**
 * Lets the state's roster say what allies of this county want it to say, and no more. What an entry is called there is kept here
 * before it leaves, so that it can always be taken back: interrupted at any point, the next round finishes.
 */
@Injectable()
export class KeepRoster {
  readonly #job: CountyJob;

  constructor(
    private readonly db: CountyDb,
    private readonly state: StateDb,
    private readonly clock: Clock,
    jobs: CountyJobs,
  ) {
    this.#job = jobs.add('keep-roster', () => this.#round());
  }

  /** Somebody has joined or left in the county of this piece of work. */
  wake(): void {
    this.#job.wake(countyContext().county.slug);
  }

  /** Whoever holds the role no more, or was erased, is on it no more. */
  async leave(tx: Transaction, personId: Id<'Person'>): Promise<void> {
    const known = await tx.first(CommitteeMembership, { personId });
    if (known) (await tx.lock(CommitteeMembership, known.id)).leave(this.clock.now());
  }

  async #round(): Promise<void> {
    const due = await this.db.read((reader) => reader.rows(CommitteeMembership, { listed: false }, { orderBy: { id: 'asc' } }));
    for (const { id } of due) await this.db.transact((tx) => this.#tell(tx, id));
  }

  async #tell(tx: Transaction, id: string): Promise<void> {
    const membership = await tx.lock(CommitteeMembership, id);
    if (membership.listed) return; // another process has told it
    const { stateId, name, languages } = membership;
    const { slug, name: countyName } = tx.context.county;
    await this.state.transact(async (state) => {
      await state.sql('delete from committee_member where id = $1', [stateId]);
      if (name !== null) await state.sql('insert into committee_member (id, county, county_name, name, languages) values ($1, $2, $3, $4, $5)', [stateId, slug, countyName, name, languages]);
    });
    membership.told();
  }
}
