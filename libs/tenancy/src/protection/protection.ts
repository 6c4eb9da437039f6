import type { Id } from '@fc/domain-kernel';
import { schemaStep } from '../database/service-schema.ts';
import type { Reader } from '../database/reader.ts';
import type { Transaction } from '../database/transaction.ts';
import type { ErasureLedger } from './erasure-ledger.ts';
import { KeyCache } from './key-cache.ts';
import type { KeyProvider } from './key-provider.ts';
import { PersonKey } from './person-key.ts';
import { personErased, unreadable } from './protection.errors.ts';

/** The table of persons' keys, for the schema of a service that protects something. */
export const protectionSteps = [
  schemaStep('0000-protection-01', `create table person_key (person_id uuid primary key, wrapped text not null, made_at timestamptz not null default now())`),
];

/** How many keys are rewrapped in one transaction. */
const atOnce = 100;

/**
 * Protected columns: each person has a key of their own, which lies in this schema locked with the county's key. Whoever has the
 * database alone reads nothing, and without the person's key nobody does, in any backup of these rows.
 */
export class Protection {
  readonly #keys: KeyProvider;
  readonly #ledger: ErasureLedger;
  readonly #cache: KeyCache;

  constructor(keys: KeyProvider, ledger: ErasureLedger, cache = new KeyCache()) {
    this.#keys = keys;
    this.#ledger = ledger;
    this.#cache = cache;
  }

  /** The key to read with. Throws `PROTECTED_UNREADABLE` when there is none, `PROTECTED_UNAVAILABLE`, `PERSON_ERASED`. */
  async keyOf(reader: Reader, personId: Id<'Person'>): Promise<PersonKey> {
    const wrapped = await this.#wrapped(reader, personId);
    if (wrapped === undefined) throw unreadable(new Error('This person has no key.'));
    return this.#open(reader, personId, wrapped);
  }

  /**
   * The keys of all these people, to read with, asked for together; none of whoever has no key or was erased. Throws
   * `PROTECTED_UNAVAILABLE`, `PROTECTED_UNREADABLE`.
   */
  async keysOf(reader: Reader, personIds: readonly Id<'Person'>[]): Promise<ReadonlyMap<Id<'Person'>, PersonKey>> {
    if (personIds.length === 0) return new Map();
    const rows = await reader.sql<{ person_id: Id<'Person'>; wrapped: string }>(`select person_id, wrapped from person_key where person_id = any (string_to_array(?, ',')::uuid[])`, [[...new Set(personIds)].join()]);
    const { slug } = reader.context.county;
    const toOpen = rows.filter((row) => !this.#cache.has(nameOf(reader, row.person_id, row.wrapped)));
    const erased = await this.#ledger.among(slug, toOpen.map((row) => row.person_id));
    const open = async ({ person_id: personId, wrapped }: (typeof rows)[number]): Promise<[Id<'Person'>, PersonKey]> => {
      const key = await this.#cache.get(nameOf(reader, personId, wrapped), () => this.#keys.unwrap(slug, wrapped));
      return [personId, new PersonKey(key, slug, personId)];
    };
    const keys = new Map<Id<'Person'>, PersonKey>();
    const left = rows.filter((row) => !erased.has(row.person_id));
    for (let at = 0; at < left.length; at += atOnce) for (const [personId, key] of await Promise.all(left.slice(at, at + atOnce).map(open))) keys.set(personId, key);
    return keys;
  }

  /** The key to write with, made when the person has none yet. Throws `PROTECTED_UNAVAILABLE`, `PROTECTED_UNREADABLE`, `PERSON_ERASED`. */
  async keyFor(tx: Transaction, personId: Id<'Person'>): Promise<PersonKey> {
    const known = await this.#wrapped(tx, personId);
    if (known !== undefined) return this.#open(tx, personId, known);
    const { slug } = tx.context.county;
    await this.#requireNotErased(tx, personId);
    const { wrapped } = await this.#keys.newKey(slug);
    // Of two who make it at the same time, the second takes the first one's.
    await tx.sql(`insert into person_key (person_id, wrapped) values (?, ?) on conflict (person_id) do nothing`, [personId, wrapped]);
    return this.keyOf(tx, personId);
  }

  /** What the key has sealed is nobody's to read any more, from this commit on. */
  async destroyKey(tx: Transaction, personId: Id<'Person'>): Promise<void> {
    const [row] = await tx.sql<{ wrapped: string }>(`delete from person_key where person_id = ? returning wrapped`, [personId]);
    if (row) this.#cache.drop(nameOf(tx, personId, row.wrapped));
  }

  /** Locks the next keys in order with the newest version of the county's; answers the last one's person, or null behind the last key. */
  async rewrap(tx: Transaction, after: Id<'Person'> | null): Promise<Id<'Person'> | null> {
    const rows = await tx.sql<{ person_id: Id<'Person'>; wrapped: string }>(
      `select person_id, wrapped from person_key where ?::uuid is null or person_id > ?::uuid order by person_id limit ${atOnce} for update`,
      [after, after],
    );
    for (const { person_id: personId, wrapped } of rows)
      await tx.sql(`update person_key set wrapped = ? where person_id = ?`, [await this.#keys.rewrap(tx.context.county.slug, wrapped), personId]);
    return rows.at(-1)?.person_id ?? null;
  }

  async #wrapped(reader: Reader, personId: Id<'Person'>): Promise<string | undefined> {
    const [row] = await reader.sql<{ wrapped: string }>(`select wrapped from person_key where person_id = ?`, [personId]);
    return row?.wrapped;
  }

  async #open(reader: Reader, personId: Id<'Person'>, wrapped: string): Promise<PersonKey> {
    const { slug } = reader.context.county;
    const key = await this.#cache.get(nameOf(reader, personId, wrapped), async () => {
      await this.#requireNotErased(reader, personId);
      return this.#keys.unwrap(slug, wrapped);
    });
    return new PersonKey(key, slug, personId);
  }

  async #requireNotErased(reader: Reader, personId: Id<'Person'>): Promise<void> {
    if (await this.#ledger.has(reader.context.county.slug, personId)) throw personErased();
  }
}

const nameOf = (reader: Reader, personId: Id<'Person'>, wrapped: string): string => `${reader.context.county.slug} ${personId} ${wrapped}`;
