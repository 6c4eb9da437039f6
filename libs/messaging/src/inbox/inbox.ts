import type { Delivery, Transaction, TransactionPart } from '@fc/tenancy';

/** This event has had its effect already; there is nothing to do. */
export class AlreadyHandled extends Error {}

/** An earlier event of the same aggregate has not had its effect yet; this one waits behind it. */
export class HeldBack extends Error {}

/**
 * Takes the event in hand into the transaction that carries its effect: both commit, or neither does.
 * So each event has its effect once, however often it is delivered and to however many replicas.
 */
export class Inbox implements TransactionPart {
  readonly #taken = new WeakSet<Delivery>();

  async begin(tx: Transaction): Promise<void> {
    const { delivery } = tx.context;
    if (!delivery) return;
    if (this.#taken.has(delivery)) throw new Error(`The consumer of ${delivery.eventType} has opened two transactions; an event's effect is one.`);
    this.#taken.add(delivery);
    const { eventId, consumer, aggregate, parkedAs = null } = delivery;
    const [claim] = await tx.sql<{ held: boolean; fresh: boolean }>(
      `with held as (
         select 1 from parked_event
          where aggregate = ? and consumer = ? and state <> 'DEAD' and event_id <> ? and (?::bigint is null or sequence < ?::bigint) limit 1
       ), fresh as (
         insert into inbox_event (event_id, consumer) select ?::uuid, ? where not exists (select from held) on conflict do nothing returning 1
       )
       select exists (select from held) as held, exists (select from fresh) as fresh`,
      [aggregate, consumer, eventId, parkedAs, parkedAs, eventId, consumer],
    );
    if (claim?.held) throw new HeldBack();
    if (!claim?.fresh) throw new AlreadyHandled();
    if (parkedAs) await tx.sql(`delete from parked_event where sequence = ?`, [parkedAs]);
  }

  /** Whether the event's handler has opened its transaction. */
  took(delivery: Delivery): boolean {
    return this.#taken.has(delivery);
  }
}
