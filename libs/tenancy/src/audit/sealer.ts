import { contractOf } from '@fc/contracts';
import { newId, Temporal } from '@fc/domain-kernel';
import type { Logger } from '@fc/runtime';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { CountyContext } from '../county-context.ts';
import { CountyRounds } from '../county-rounds.ts';
import type { CountyOrms } from '../database/county-orms.ts';
import { Transaction, type TransactionPart } from '../database/transaction.ts';
import type { County } from '../registry/county.ts';
import type { Registry } from '../registry/registry.ts';
import { entryHash, nothingYet, sealableColumns, sealHash, type Seal, type SealableEntry, type SealedEntry } from './seal.ts';

/** How long entries are gathered before they are sealed, how often a trail's head is told to identity at most, both in milliseconds, and how many entries one seal holds. */
const gather = 250;
const tellEvery = 5_000;
const longestSeal = 1_000;

interface LastSeal {
  readonly position: number;
  readonly total: number;
  readonly hash: string;
  readonly sealedAt: number;
  /** When a head was last told, and which; null before the first. */
  readonly toldAt: number | null;
  readonly toldPosition: number | null;
}

/**
 * Seals this service's part of each county's trail, soon after entries were committed: one process at a time, in the order
 * of the commits. An entry waits in `audit_unsealed` from its own transaction on, so one that commits late is sealed late
 * and never passed over, and a process that ends in the middle leaves its work to the next.
 */
export class AuditSealer implements TransactionPart {
  readonly #orms: CountyOrms;
  readonly #parts: readonly TransactionPart[];
  readonly #rounds: CountyRounds;
  #stopped = false;

  /** `parts`: what carries the event that tells the head. */
  constructor(orms: CountyOrms, registry: Registry, parts: readonly TransactionPart[], logger: Logger) {
    this.#orms = orms;
    this.#parts = parts;
    this.#rounds = new CountyRounds({ registry, logger, isInUse: (county) => orms.isInUse(county), complaint: 'audit entries wait to be sealed', gather, work: (county) => this.seal(county) });
  }

  start(): void {
    this.#rounds.start();
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    await this.#rounds.stop();
  }

  afterEntry({ county }: CountyContext): void {
    this.#rounds.wake(county.slug);
  }

  /** Seals what waits in that county. Answers in how many milliseconds the head, which was told lately, is to be told again. */
  async seal(county: County): Promise<number | undefined> {
    for (;;) {
      const { full, tellIn } = await this.#sealSome(county);
      if (!full || this.#stopped) return tellIn;
    }
  }

  async #sealSome(county: County): Promise<{ full: boolean; tellIn: number | undefined }> {
    const { service } = this.#orms.schema;
    const context: CountyContext = { county, actor: { person: null, kind: `system:${service}`, roles: [] }, action: 'seal', correlationId: newId() };
    const em = await this.#orms.fork(county);
    const done = await em.transactional(async (scope) => {
      const tx = new Transaction(scope as EntityManager, context);
      // Waits for its turn; each statement from here on sees what the sealer before has committed.
      await tx.sql(`select pg_advisory_xact_lock(hashtext(current_schema() || ' audit seal'))`);
      const last = await lastSeal(tx);
      const entries = await takeUnsealed(tx);
      const head = entries.length > 0 ? await write(tx, last, entries) : last;
      const tellIn = await tell(tx, head);
      for (const part of this.#parts) await part.beforeCommit?.(tx);
      return { full: entries.length === longestSeal, tellIn, told: tx.emitted.length > 0 };
    });
    if (done.told) for (const part of this.#parts) part.afterCommit?.(context);
    return done;
  }
}

async function lastSeal(tx: Transaction): Promise<LastSeal> {
  const [last] = await tx.sql<LastSeal>(
    `select seal.position, seal.total::float8 as total, seal.hash, seal.sealed_at::float8 as "sealedAt", told.at::float8 as "toldAt", told.position as "toldPosition"
       from audit_seal seal left join audit_told told on true order by seal.position desc limit 1`,
  );
  return last ?? { position: 0, total: 0, hash: nothingYet, sealedAt: 0, toldAt: null, toldPosition: null };
}

/** The oldest that wait, with the hash of what each says. Whichever was committed before another began has the smaller number. */
async function takeUnsealed(tx: Transaction): Promise<SealedEntry[]> {
  const rows = await tx.sql<SealableEntry & { readonly waiting: string; readonly gone: boolean }>(
    `with taken as (delete from audit_unsealed where sequence in (select sequence from audit_unsealed order by sequence limit ?) returning sequence)
     select taken.sequence::text as waiting, entry.sequence is null as gone, ${sealableColumns}
       from taken left join audit_entry entry on entry.sequence = taken.sequence order by taken.sequence`,
    [longestSeal],
  );
  return rows.map((row) => [row.waiting, entryHash(row.gone ? undefined : row)]);
}

async function write(tx: Transaction, last: LastSeal, entries: readonly SealedEntry[]): Promise<LastSeal> {
  const { county } = tx.context;
  const seal: Seal = { position: last.position + 1, total: last.total + entries.length, previous: last.hash, sealedAt: Temporal.Now.instant().epochMilliseconds, entries };
  const hash = sealHash({ county: county.slug, service: serviceOf(tx) }, seal);
  await tx.sql(`insert into audit_seal (position, total, previous, sealed_at, entries, hash) values (?, ?, ?, ?, ?::jsonb, ?)`, [
    seal.position,
    seal.total,
    seal.previous,
    seal.sealedAt,
    JSON.stringify(entries),
    hash,
  ]);
  return { ...last, position: seal.position, total: seal.total, hash, sealedAt: seal.sealedAt };
}

/** Tells the head, unless it has been told or another was told a moment ago; then it answers how long to wait. */
async function tell(tx: Transaction, { position, total, hash, sealedAt, toldAt, toldPosition }: LastSeal): Promise<number | undefined> {
  const service = serviceOf(tx);
  const contract = contractOf(`${service}.audit-sealed.v1`);
  if (!contract || position === 0 || position === toldPosition) return undefined;
  const now = Temporal.Now.instant().epochMilliseconds;
  // A clock that was set back must not silence it.
  const wait = toldAt === null || toldAt > now ? 0 : toldAt + tellEvery - now;
  if (wait > 0) return wait;
  await tx.sql(`insert into audit_told (position, at) values (?, ?) on conflict (one) do update set position = excluded.position, at = excluded.at`, [position, now]);
  tx.emit(contract, { service, position, total, hash, sealedAt: Temporal.Instant.fromEpochMilliseconds(sealedAt).toString() });
  return undefined;
}

/** `system:matching` -> `matching` */
const serviceOf = (tx: Transaction): string => tx.context.actor.kind.slice('system:'.length);
