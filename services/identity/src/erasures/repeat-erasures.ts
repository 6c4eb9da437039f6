import { PersonErasedV1 } from '@fc/contracts';
import type { Id } from '@fc/domain-kernel';
import { countyContext, CountyDb, CountyJobs, ErasureLedger, personHash, Protection, type ErasureCertificate } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { isHeld } from '../legal-holds/held.ts';
import { erasePerson } from './erase-person.ts';
import { Erasure } from './erasure.entity.ts';
import { reportingServices } from './when-words-erased.consumer.ts';

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
    for (const [personId, certificate] of await this.#forgotten()) if (await this.#repeat(personId, certificate)) repeated += 1;
    return repeated;
  }

  /** Tells the other services again of the erasures that one of them has not reported. What is erased already is not harmed by it. */
  async remind(): Promise<void> {
    await this.db.transact(async (tx) => {
      const unreported = await tx.sql<{ person_id: Id<'Person'> }>(
        `select person_id from erasure where status = 'CARRIED_OUT' and (select count(*) from erasure_report report where report.person_id = erasure.person_id) < ?`,
        [reportingServices.length],
      );
      for (const { person_id: personId } of unreported) tx.emit(PersonErasedV1, { personId });
    });
  }

  async #forgotten(): Promise<Map<Id<'Person'>, ErasureCertificate>> {
    const { slug } = countyContext().county;
    const remembered = await this.ledger.of(slug);
    const forgotten = new Map<Id<'Person'>, ErasureCertificate>();
    if (remembered.size === 0) return forgotten;
    const people = await this.db.read((reader) =>
      reader.sql<{ id: Id<'Person'> }>(`select id from person where not exists (select 1 from erasure where person_id = person.id and status = 'CARRIED_OUT')`),
    );
    for (const { id } of people) {
      const certificate = remembered.get(personHash(slug, id));
      if (certificate) forgotten.set(id, certificate);
    }
    return forgotten;
  }

  #repeat(personId: Id<'Person'>, certificate: ErasureCertificate): Promise<boolean> {
    return this.db.transact(async (tx) => {
      if (await isHeld(tx, personId)) return false;
      const erasure = await tx.firstOr(Erasure, { personId, status: { $in: ['REQUESTED', 'CONFIRMED'] } }, () => Erasure.remembered(personId, certificate));
      await erasePerson(tx, this.protection, erasure, certificate);
      return true;
    });
  }
}
