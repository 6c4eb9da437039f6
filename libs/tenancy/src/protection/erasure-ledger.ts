import { createHash } from 'node:crypto';
import type { CountySlug, Id } from '@fc/domain-kernel';
import type { StateDb } from '../state-db.ts';
import { unavailable } from './protection.errors.ts';

/** What remains of an erasure: who decided it, when, and what kinds of record it took. No word of the person. */
export interface ErasureCertificate {
  readonly erasureId: Id<'Erasure'>;
  readonly requestedBy: Id<'Person'>;
  readonly requestedAt: string;
  readonly confirmedBy: Id<'Person'>;
  readonly confirmedAt: string;
  /** RFC 3339, UTC. */
  readonly erasedAt: string;
  readonly kinds: readonly string[];
}

/** The ledger's table in the state's database; `countyctl` makes it. Identity may add to it, whoever opens keys may read it, and nobody takes anything back. */
export const erasureLedgerTables: readonly string[] = [
  `create table if not exists erased_person (county text not null, person_hash text not null, certificate jsonb not null, primary key (county, person_hash))`,
];

/** An id is random, so its hash tells nobody who does not have the id already. */
export const personHash = (county: CountySlug, personId: Id<'Person'>): string => createHash('sha256').update(`${county}/${personId}`).digest('base64url');

/**
 * Who was erased, kept outside the counties' databases: a county that is restored from yesterday's backup brings back whom it
 * erased today, and this is how that is noticed. Without it no key is opened: throws `PROTECTED_UNAVAILABLE`.
 */
export class ErasureLedger {
  readonly #state: StateDb;

  constructor(state: StateDb) {
    this.#state = state;
  }

  async has(county: CountySlug, personId: Id<'Person'>): Promise<boolean> {
    const rows = await this.#ask('select 1 from erased_person where county = $1 and person_hash = $2', [county, personHash(county, personId)]);
    return rows.length > 0;
  }

  /** Those of these people who were erased. */
  async among(county: CountySlug, personIds: readonly Id<'Person'>[]): Promise<ReadonlySet<Id<'Person'>>> {
    if (personIds.length === 0) return new Set();
    const byHash = new Map(personIds.map((personId) => [personHash(county, personId), personId]));
    const rows = await this.#ask<{ person_hash: string }>('select person_hash from erased_person where county = $1 and person_hash = any ($2)', [county, [...byHash.keys()]]);
    return new Set(rows.flatMap(({ person_hash: hash }) => byHash.get(hash) ?? []));
  }

  /** Said once; saying it again changes nothing. */
  async add(county: CountySlug, personId: Id<'Person'>, certificate: ErasureCertificate): Promise<void> {
    await this.#ask('insert into erased_person (county, person_hash, certificate) values ($1, $2, $3) on conflict do nothing', [county, personHash(county, personId), JSON.stringify(certificate)]);
  }

  /** The certificates of that county, by `personHash`. */
  async of(county: CountySlug): Promise<ReadonlyMap<string, ErasureCertificate>> {
    const rows = await this.#ask<{ person_hash: string; certificate: ErasureCertificate }>('select person_hash, certificate from erased_person where county = $1', [county]);
    return new Map(rows.map((row) => [row.person_hash, row.certificate]));
  }

  async #ask<Row extends object>(sql: string, parameters: readonly unknown[]): Promise<Row[]> {
    try {
      return await this.#state.transact((state) => state.sql<Row>(sql, parameters));
    } catch (cause) {
      throw unavailable(cause);
    }
  }
}
