import { DomainError } from '@fc/domain-kernel';
import { CheckConstraintViolationException, ForeignKeyConstraintViolationException, OptimisticLockError, UniqueConstraintViolationException, type EntityManager } from '@mikro-orm/postgresql';
import { AuditEntry } from './audit/audit-entry.entity.ts';
import { changesOf } from './audit/change-capture.ts';
import { countyContext } from './county-context.ts';
import type { CountyOrms } from './database/county-orms.ts';
import { once, type OnceInput } from './database/idempotency.ts';
import { Reader } from './database/reader.ts';
import { Transaction, type TransactionPart } from './database/transaction.ts';

/** What PostgreSQL says where two transactions wait for each other, or cannot be put in an order: it has undone this one, which can be done again. */
const inTheWay: readonly unknown[] = ['40P01', '40001'];

/** The data of the county that this piece of work belongs to. There is no way from here to another county's. */
export class CountyDb {
  readonly #orms: CountyOrms;
  readonly #parts: readonly TransactionPart[];

  constructor(orms: CountyOrms, parts: readonly TransactionPart[]) {
    this.#orms = orms;
    this.#parts = parts;
  }

  /** One transaction: rows, events and the audit entry commit together, or nothing does. */
  async transact<Result>(work: (tx: Transaction) => Promise<Result>): Promise<Result> {
    const context = countyContext();
    const em = await this.#orms.fork(context.county);
    const result = await em
      .transactional(async (scope) => {
        const tx = new Transaction(scope as EntityManager, context);
        for (const part of this.#parts) await part.begin?.(tx);
        const done = await work(tx);
        await tx.flush();
        for (const part of this.#parts) await part.beforeCommit?.(tx);
        tx.add(AuditEntry.of(context, 'DONE', { records: changesOf(scope as EntityManager) }));
        return done;
      })
      .catch((error: unknown) => {
        throw this.#inWords(error);
      });
    for (const part of this.#parts) part.afterCommit?.(context);
    for (const part of this.#parts) part.afterEntry?.(context);
    return result;
  }

  /**
   * Takes the event in hand for an effect outside the county's database, which must bear being repeated. As nothing of the
   * county's record can change in it, its trail gets no entry.
   */
  async acknowledge(effect: () => Promise<void>): Promise<void> {
    const context = countyContext();
    const em = await this.#orms.fork(context.county);
    await em.transactional(async (scope) => {
      const tx = new Transaction(scope as EntityManager, context);
      for (const part of this.#parts) await part.begin?.(tx);
      await effect();
    });
  }

  /** `transact` for what must happen once however often it is sent; answers the id of what was made. */
  once<Result extends string>(input: OnceInput, work: (tx: Transaction) => Promise<Result>): Promise<Result> {
    return this.transact((tx) => once(tx, input, () => work(tx)));
  }

  /** `once` for several things of one request: a record for each sibling. */
  async onceAll<Result extends string>(input: OnceInput, work: (tx: Transaction) => Promise<readonly Result[]>): Promise<Result[]> {
    return (await this.once(input, async (tx) => (await work(tx)).join(','))).split(',') as Result[];
  }

  async read<Result>(work: (reader: Reader) => Promise<Result>): Promise<Result> {
    const context = countyContext();
    return work(new Reader(await this.#orms.fork(context.county), context));
  }

  /** Writes down that something was refused, in a transaction of its own, before the answer leaves. */
  async auditRefusal(action: string, code: string): Promise<void> {
    await this.#auditAlone(AuditEntry.of({ ...countyContext(), action }, 'REFUSED', { code }));
  }

  /** Writes down that something protected is being read, of which records, and whom they are about, before the answer leaves. */
  async auditProtectedRead(action: string, record: string, ids: readonly string[], about: readonly string[] = []): Promise<void> {
    const records = ids.map((id) => ({ record, id, change: 'read' as const, ...(about.length > 0 ? { about } : {}) }));
    await this.#auditAlone(AuditEntry.of({ ...countyContext(), action }, 'READ', { records }));
  }

  async #auditAlone(entry: AuditEntry): Promise<void> {
    const context = countyContext();
    const em = await this.#orms.fork(context.county);
    await em.persist(entry).flush();
    for (const part of this.#parts) part.afterEntry?.(context);
  }

  #inWords(error: unknown): unknown {
    if (error instanceof OptimisticLockError || inTheWay.includes((error as { code?: unknown } | undefined)?.code)) return new DomainError('CHANGED_MEANWHILE', 'Somebody else has changed this meanwhile. Look at it again, then repeat your change.', { cause: error });
    const broken = error instanceof UniqueConstraintViolationException || error instanceof CheckConstraintViolationException || error instanceof ForeignKeyConstraintViolationException;
    const constraint = broken ? (error as { constraint?: string }).constraint : undefined;
    return (constraint && this.#orms.schema.refusals[constraint]?.()) ?? error;
  }
}
