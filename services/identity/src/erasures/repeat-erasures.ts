import { PersonErasedV1 } from '@fc/contracts';
import type { Id } from '@fc/domain-kernel';
import { countyContext, CountyDb, CountyJobs, ErasureLedger, personHash, Protection, type ErasureCertificate } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { isHeld } from '../legal-holds/held.ts';
import { erasePerson } from './erase-person.ts';
import { eraseRelative } from './erase-relative.ts';
import { Erasure } from './erasure.entity.ts';
import { reportingServices } from './when-words-erased.consumer.ts';

/** Somebody whom the ledger knows to be erased, and this county does not. */
interface Forgotten {
  readonly personId: Id<'Person'>;
  /** By whose legal hold the record would be kept: of a relative who is known by name alone, the child's. */
  readonly keptBy: Id<'Person'>;
  readonly ofRelative: boolean;
  readonly certificate: ErasureCertificate;
}

const notErasedHere = `
  with known (id, kept, of_relative) as (select id, null::uuid, false from person union all select id, child_id, true from relative where person_id is null)
  select id, kept, of_relative from known where not exists (select 1 from erasure where erasure.person_id = known.id and status = 'CARRIED_OUT')`;

/** Carries out again what the ledger knows and this county does not: after a restore from a backup of before, or after a commit that failed. */
@Injectable()
export class RepeatErasures {
  constructor(
    private readonly db: CountyDb,
    private readonly protection: Protection,
    private readonly ledger: ErasureLedger,
    jobs: CountyJobs,
  ) {
    // When a county becomes active, as after a restore, and every now and then.
    jobs.add('repeat-erasures', async () => void (await this.run()));
  }

  /** How many were repeated. One that a legal hold forbids waits until it is lifted; its protected fields stay shut. */
  async run(): Promise<number> {
    let repeated = 0;
    for (const forgotten of await this.#forgotten()) if (await this.#repeat(forgotten)) repeated += 1;
    return repeated;
  }

  /** Tells the other services again of the erasures that one of them has not reported. What is erased already is not harmed by it. */
  async remind(): Promise<void> {
    await this.db.transact(async (tx) => {
      const unreported = await tx.sql<{ person_id: Id<'Person'> }>(
        `select person_id from erasure where status = 'CARRIED_OUT' and not of_relative and (select count(*) from erasure_report report where report.person_id = erasure.person_id) < ?`,
        [reportingServices.length],
      );
      for (const { person_id: personId } of unreported) tx.emit(PersonErasedV1, { personId });
    });
  }

  async #forgotten(): Promise<Forgotten[]> {
    const { slug } = countyContext().county;
    const remembered = await this.ledger.of(slug);
    if (remembered.size === 0) return [];
    const known = await this.db.read((reader) => reader.sql<{ id: Id<'Person'>; kept: string | null; of_relative: boolean }>(notErasedHere));
    return known.flatMap(({ id, kept, of_relative: ofRelative }) => {
      const certificate = remembered.get(personHash(slug, id));
      return certificate ? { personId: id, keptBy: (kept ?? id) as Id<'Person'>, ofRelative, certificate } : [];
    });
  }

  #repeat({ personId, keptBy, ofRelative, certificate }: Forgotten): Promise<boolean> {
    return this.db.transact(async (tx) => {
      if (await isHeld(tx, keptBy)) return false;
      const erasure = await tx.firstOr(Erasure, { personId, status: { $in: ['REQUESTED', 'CONFIRMED'] } }, () => Erasure.remembered(personId, certificate, ofRelative));
      await (ofRelative ? eraseRelative(tx, erasure, certificate) : erasePerson(tx, this.protection, erasure, certificate));
      return true;
    });
  }
}
