import type { CountySlug } from '@fc/domain-kernel';
import type { Logger } from '@fc/runtime';
import type { County, CountyOrms } from '@fc/tenancy';
import type { Registry } from '@fc/tenancy/registry';
import type { Broker } from '../transport/broker.ts';
import type { Outbox } from './outbox.ts';

/** How many events leave in one go, and how often an idle county's outbox is looked at, in milliseconds. */
const batchSize = 256;
const sweepEvery = 60_000;
const longestBackoff = 30_000;

interface Loop {
  running: Promise<void> | undefined;
  again: boolean;
  failures: number;
  retry: NodeJS.Timeout | undefined;
}

/**
 * Publishes what the outboxes of all counties hold, each county in its own loop, so that one that is down holds up no other.
 * Woken after each commit of this process; a slow sweep finds what another process left behind.
 */
export class OutboxRelay {
  readonly #orms: CountyOrms;
  readonly #registry: Registry;
  readonly #broker: Broker;
  readonly #logger: Logger;
  readonly #loops = new Map<CountySlug, Loop>();
  #sweep: NodeJS.Timeout | undefined;
  #stopped = false;

  constructor(orms: CountyOrms, registry: Registry, broker: Broker, outbox: Outbox, logger: Logger) {
    this.#orms = orms;
    this.#registry = registry;
    this.#broker = broker;
    this.#logger = logger;
    outbox.onCommit = (county) => this.wake(county);
  }

  start(): void {
    const sweep = (): void => {
      for (const county of this.#registry.counties()) if (county.status === 'ACTIVE') this.wake(county);
    };
    sweep();
    this.#sweep = setInterval(sweep, sweepEvery).unref();
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    clearInterval(this.#sweep);
    for (const loop of this.#loops.values()) clearTimeout(loop.retry);
    await Promise.all([...this.#loops.values()].map((loop) => loop.running));
  }

  /** Publishes what waits in that county, soon. */
  wake(county: County): void {
    if (this.#stopped) return;
    const loop = this.#loops.get(county.slug) ?? { running: undefined, again: false, failures: 0, retry: undefined };
    this.#loops.set(county.slug, loop);
    if (loop.running) {
      loop.again = true;
      return;
    }
    clearTimeout(loop.retry);
    loop.running = this.#run(county, loop).finally(() => {
      loop.running = undefined;
      if (loop.again) {
        loop.again = false;
        this.wake(county);
      }
    });
  }

  async #run(county: County, loop: Loop): Promise<void> {
    try {
      while ((await this.#publishBatch(county)) === batchSize && !this.#stopped);
      loop.failures = 0;
    } catch (error) {
      loop.failures += 1;
      this.#logger.warn({ county: county.slug, failures: loop.failures, reason: String(error) }, 'events wait in the outbox');
      if (!this.#stopped) loop.retry = setTimeout(() => this.wake(county), Math.min(longestBackoff, 100 * 2 ** loop.failures)).unref();
    }
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
