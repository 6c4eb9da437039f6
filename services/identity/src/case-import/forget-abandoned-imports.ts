import { Clock, DomainError, type CountySlug } from '@fc/domain-kernel';
import { CountyDb, CountyJobs, type CountyJob } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { CaseImport } from './case-import.entity.ts';

/** An import takes minutes. What nobody has gone on with for so long holds a family's words for nothing. */
const longestImport = { hours: 7 * 24 };

const abandoned = new DomainError('IDENTITY.IMPORT_ABANDONED', 'This import was not finished within a week. Send the file again.');

/** Ends imports that somebody began and never finished: what their rows said is forgotten, and the report says that they were not taken. */
@Injectable()
export class ForgetAbandonedImports {
  readonly #job: CountyJob;

  constructor(
    private readonly db: CountyDb,
    private readonly clock: Clock,
    jobs: CountyJobs,
  ) {
    this.#job = jobs.add('forget-abandoned-imports', () => this.#round());
  }

  /** Looks at once, and not only when a sweep comes. */
  wake(county: CountySlug): void {
    this.#job.wake(county);
  }

  async #round(): Promise<void> {
    const before = this.clock.now().subtract(longestImport);
    const left = await this.db.read((reader) => reader.rows(CaseImport, { finishedAt: null, begunAt: { $lt: before } }));
    for (const { id } of left) await this.#forget(id);
  }

  #forget(importId: string): Promise<void> {
    return this.db.transact(async (tx) => {
      const held = await tx.lock(CaseImport, importId);
      if (held.finishedAt) return;
      await tx.sql(`update case_import_row set cells = null, outcome = 'REFUSED', code = ?, message = ? where import_id = ? and outcome is null`, [abandoned.code, abandoned.message, importId]);
      await tx.sql(`update case_import_row set cells = null where import_id = ?`, [importId]);
      held.abandon(this.clock.now());
    });
  }
}
