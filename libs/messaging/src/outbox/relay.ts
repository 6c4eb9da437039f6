import type { Logger } from '@fc/runtime';
import { CountyRounds, type County, type CountyOrms } from '@fc/tenancy';
import type { Registry } from '@fc/tenancy/registry';
import type { Broker } from '../transport/broker.ts';
import type { Outbox } from './outbox.ts';

/** How many events leave in one go. */
const batchSize = 256;

/**
 * Publishes what the outboxes of all counties hold, each county in rounds of its own, so that one that is down holds up no
 * other. Woken after each commit of this process; a slow sweep finds what another process left behind.
 */
export class OutboxRelay {
  readonly #orms: CountyOrms;
  readonly #broker: Broker;
  readonly #rounds: CountyRounds;
  #stopped = false;

  constructor(orms: CountyOrms, registry: Registry, broker: Broker, outbox: Outbox, logger: Logger) {
    this.#orms = orms;
    this.#broker = broker;
    this.#rounds = new CountyRounds({ registry, logger, isInUse: (county) => orms.isInUse(county), complaint: 'events wait in the outbox', work: (county) => this.#publishAll(county) });
    outbox.onCommit = (county) => this.wake(county);
  }

  start(): void {
    this.#rounds.start();
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    await this.#rounds.stop();
  }

  /** Publishes what waits in that county, soon. */
  wake(county: County): void {
    this.#rounds.wake(county.slug);
  }

  async #publishAll(county: County): Promise<void> {
    while ((await this.#publishBatch(county)) === batchSize && !this.#stopped);
  }

  /** Publishes the oldest events in order, waits until the broker has them, and moves them to the log; all in one transaction, one relay at a time. */
  async #publishBatch(county: County): Promise<number> {
    const jetstream = await this.#broker.jetstream();
    const em = await this.#orms.fork(county);
    return em.transactional(async (tx) => {
      // Waits for its turn: what was committed behind another relay's back is then this one's to publish.
      await tx.execute(`select pg_advisory_xact_lock(hashtext(current_schema() || ' outbox'))`);
      const events = await tx.execute<{ id: string; event_id: string; subject: string; envelope: string }[]>(
        `select id, event_id, subject, envelope::text from outbox_event order by id limit ?`,
        [batchSize],
      );
      if (events.length === 0) return 0;
      await Promise.all(events.map((event) => jetstream.publish(event.subject, event.envelope, { msgID: event.event_id, timeout: 5_000 })));
      // By name and not up to the last: a transaction that began earlier may commit a smaller id at this moment.
      await tx.execute(
        `with sent as (delete from outbox_event where id in (${events.map(() => '?').join(', ')}) returning *)
         insert into event_log (sequence, event_id, subject, envelope, emitted_at) select id, event_id, subject, envelope, emitted_at from sent`,
        events.map((event) => event.id),
      );
      return events.length;
    });
  }
}
