import type { Id, Temporal } from '@fc/domain-kernel';
import type { Transaction } from '@fc/tenancy';
import type { Why } from '../corrections/correction.entity.ts';
import { notLinked } from './case-import.errors.ts';
import type { ImportedKind } from './case-record.ts';
import { ExternalRecord } from './external-record.entity.ts';

/** The system that a row comes from, and the transaction in which the row is taken. */
export class Source {
  readonly tx: Transaction;
  readonly now: Temporal.Instant;
  readonly #system: string;

  constructor(tx: Transaction, system: string, now: Temporal.Instant) {
    this.tx = tx;
    this.now = now;
    this.#system = system;
  }

  /** Why records are said anew. */
  get why(): Why {
    return { reason: `Imported from ${this.#system}.`, at: this.now };
  }

  get zone(): string {
    return this.tx.context.county.timeZone;
  }

  /** Our id of what the source calls so. Throws `IDENTITY.IMPORT_REFERENCE`, which names the column. */
  async idOf<Kind extends string>(kind: `${ImportedKind}`, externalId: string, column: string): Promise<Id<Kind>> {
    const known = await this.idIfAny<Kind>(kind, externalId);
    if (!known) throw notLinked(column);
    return known;
  }

  async idIfAny<Kind extends string>(kind: `${ImportedKind}`, externalId: string): Promise<Id<Kind> | null> {
    const known = await this.tx.first(ExternalRecord, { sourceSystem: this.#system, kind, externalId });
    return known ? (known.recordId as string as Id<Kind>) : null;
  }

  /** As `idOf`, for several in one cell. */
  async idsOf<Kind extends string>(kind: `${ImportedKind}`, externalIds: readonly string[], column: string): Promise<Id<Kind>[]> {
    const ids: Id<Kind>[] = [];
    for (const externalId of externalIds) ids.push(await this.idOf<Kind>(kind, externalId, column));
    return ids;
  }
}
