import { contractOf, envelopeSchema, type EventEnvelope } from '@fc/contracts';
import { DomainError, isId, newId, type CountySlug } from '@fc/domain-kernel';
import type { Logger } from '@fc/runtime';
import { paceAtStart, RowNotFound, runInCounty, type County, type Delivery } from '@fc/tenancy';
import type { Registry } from '@fc/tenancy/registry';
import type { JsMsg } from '@nats-io/jetstream';
import { BaseRpcContext, Server, type CustomTransportStrategy, type MessageHandler } from '@nestjs/microservices';
import { isObservable, lastValueFrom } from 'rxjs';
import { AlreadyHandled, HeldBack, type Inbox } from '../inbox/inbox.ts';
import { replayBatch, type ParkedEvent, type ParkedEvents } from '../inbox/parked-events.ts';
import type { Broker } from './broker.ts';
import { CountyFeed } from './county-feed.ts';
import { parkedEventsType, readSubject } from './subjects.ts';

/** How often parked events are looked at without any other event waking them, in milliseconds. */
const sweepEvery = 1_000;

interface Parts {
  readonly broker: Broker;
  readonly registry: Registry;
  readonly inbox: Inbox;
  readonly parked: ParkedEvents;
  readonly logger: Logger;
}

interface RegisteredConsumer {
  readonly name: string;
  readonly handle: MessageHandler;
}

/**
 * Brings each county's events to the `@On` handlers of this service. An event is acknowledged once its effect is committed,
 * or once it stands aside in the county's database: waiting for another event, failing and tried again, or dead.
 * Only when that database cannot be reached does the stream keep it.
 */
export class JetStreamStrategy extends Server implements CustomTransportStrategy {
  override readonly transportId = Symbol('jetstream');
  readonly #parts: Parts;
  readonly #consumers = new Map<string, RegisteredConsumer[]>();
  readonly #feeds = new Map<CountySlug, CountyFeed>();
  /** Counties known to have parked events, and whether something has happened since they were last tried. */
  readonly #withParked = new Map<CountySlug, { stirred: boolean }>();
  #unwatch: () => void = () => undefined;
  #sweep: NodeJS.Timeout | undefined;
  #replaying: Promise<void> | undefined;
  #closed = false;

  constructor(parts: Parts) {
    super();
    this.#parts = parts;
  }

  /** The service is there at once; the feeds begin behind it, since a hundred counties take a while and none needs another. */
  listen(ready: () => void): void {
    setImmediate(() => this.#follow());
    this.#unwatch = this.#parts.registry.onChange(() => this.#follow());
    for (const [place, { slug }] of this.#parts.registry.counties().entries()) setTimeout(() => this.#withParked.set(slug, { stirred: true }), place * paceAtStart).unref();
    this.#sweep = setInterval(() => (this.#replaying ??= this.#replay().finally(() => (this.#replaying = undefined))), sweepEvery).unref();
    ready();
  }

  async close(): Promise<void> {
    this.#closed = true;
    this.#unwatch();
    clearInterval(this.#sweep);
    await Promise.all([...this.#feeds.values()].map((feed) => feed.stop()));
    await this.#replaying;
  }

  /** Consumers of one event stand side by side here: each has an effect of its own, counted and retried by itself. */
  override addHandler(pattern: string, handle: MessageHandler, _isEvent?: boolean, extras?: Record<string, unknown>): void {
    const name = String(extras?.['consumer'] ?? pattern);
    this.#consumers.set(pattern, [...(this.#consumers.get(pattern) ?? []), { name, handle }]);
  }

  override on(): void {
    // Nothing outside listens to the transport itself.
  }

  override unwrap<Inner>(): Inner {
    return this.#parts.broker as Inner;
  }

  /** A feed for each active county, and for no other. */
  #follow(): void {
    if (this.#closed) return;
    const { broker, registry, logger } = this.#parts;
    const active = new Set(registry.counties().filter((county) => county.status === 'ACTIVE').map((county) => county.slug));
    for (const slug of active)
      if (!this.#feeds.has(slug)) this.#feeds.set(slug, new CountyFeed(broker, slug, logger, (message) => this.#receive(slug, message)));
    for (const [slug, feed] of this.#feeds)
      if (!active.has(slug)) {
        this.#feeds.delete(slug);
        void feed.stop();
      }
  }

  async #receive(slug: CountySlug, message: JsMsg): Promise<void> {
    const { logger, registry, parked } = this.#parts;
    const { county: named, type } = readSubject(message.subject);
    const consumers = this.#consumers.get(type);
    if (type === parkedEventsType) this.#withParked.set(slug, { stirred: true });
    if (!consumers) return message.ack();
    try {
      const county = registry.county(slug);
      const envelope = readEnvelope(message);
      const wrong = envelope ? whatIsWrong(envelope, { slug, named, type }) : 'it is not an event';
      if (!envelope || wrong) {
        logger.error({ county: slug, type, wrong }, 'an event was put away unread');
        await parked.bury(county, newId(), type, message.string(), wrong ?? '');
        return message.term(); // without the reason: a server before 2.10 would not know the word, and bring the event again and again
      }
      for (const consumer of consumers) await this.#handle(county, envelope, consumer);
      message.ack();
    } catch (error) {
      logger.error({ county: slug, type, reason: String(error) }, 'an event stays in the stream');
      message.nak(Math.min(30_000, 500 * 2 ** message.info.deliveryCount));
    }
  }

  /** Gives the event its effect, or puts it aside. Throws only when it could do neither. */
  async #handle(county: County, envelope: EventEnvelope, consumer: RegisteredConsumer, parkedAs?: string): Promise<void> {
    const { parked, logger } = this.#parts;
    try {
      await this.#effect(county, envelope, consumer, parkedAs);
      const waiting = this.#withParked.get(county.slug);
      if (waiting) waiting.stirred = true;
    } catch (error) {
      if (error instanceof AlreadyHandled) return parkedAs ? parked.forget(county, parkedAs) : undefined;
      const waits = error instanceof HeldBack || error instanceof RowNotFound;
      const state = await parked.park(county, envelope, consumer.name, waits ? 'WAITING' : 'FAILING', error instanceof Error ? `${error.name}: ${error.message}` : String(error));
      this.#withParked.set(county.slug, { stirred: this.#withParked.get(county.slug)?.stirred ?? false });
      if (!waits) logger.error({ county: county.slug, type: envelope.type, event: envelope.id, state, reason: String(error) }, 'an event has no effect yet');
    }
  }

  async #effect(county: County, envelope: EventEnvelope, consumer: RegisteredConsumer, parkedAs?: string): Promise<void> {
    const { broker, inbox } = this.#parts;
    const contract = contractOf(envelope.type);
    if (!contract) throw new DomainError('UNKNOWN_EVENT', `This build does not know ${envelope.type}.`);
    const event = { ...envelope, data: contract.data.parse(envelope.data) };
    const delivery: Delivery = { eventId: envelope.id, eventType: envelope.type, aggregate: envelope.subject, consumer: consumer.name, ...(parkedAs ? { parkedAs } : {}) };
    const actor = { person: isId(envelope.actor) ? envelope.actor : null, kind: `system:${broker.service}`, roles: [] };
    await runInCounty({ county, actor, action: consumer.name, correlationId: envelope.correlationid, delivery }, async () => {
      const outcome: unknown = await consumer.handle(event, new BaseRpcContext([]));
      if (isObservable(outcome)) await lastValueFrom(outcome, { defaultValue: undefined });
    });
    if (!inbox.took(delivery)) throw new Error(`The consumer of ${envelope.type} opened no transaction; an effect that nobody can count is none.`);
  }

  /** Tries what stands aside again: what is due, and what waits for another event when one has come. */
  async #replay(): Promise<void> {
    const { registry, parked, logger } = this.#parts;
    for (const [slug, waiting] of this.#withParked) {
      const county = registry.counties().find((known) => known.slug === slug && known.status === 'ACTIVE');
      if (!county) continue;
      const { stirred } = waiting;
      waiting.stirred = false;
      try {
        await this.#replayAll(county, stirred);
        if ((await parked.counts(county)).open === 0 && this.#withParked.get(slug) === waiting) this.#withParked.delete(slug);
      } catch (error) {
        waiting.stirred = stirred;
        logger.warn({ county: slug, reason: String(error) }, 'parked events could not be looked at');
      }
    }
  }

  /** Each once, from the oldest to the newest: what still waits holds up nothing behind it. */
  async #replayAll(county: County, all: boolean): Promise<void> {
    for (let after: string | undefined = '0'; after && !this.#closed; ) {
      const due: readonly ParkedEvent[] = await this.#parts.parked.due(county, all, after);
      for (const { envelope, consumer: name, sequence } of due) {
        const consumer = this.#consumers.get(envelope.type)?.find((registered) => registered.name === name);
        if (consumer) await this.#handle(county, envelope, consumer, sequence);
      }
      after = due.length === replayBatch ? due.at(-1)?.sequence : undefined;
    }
  }
}

/** NATS decides who may publish on a subject; here subject, stream and envelope must say the same. */
function whatIsWrong(envelope: EventEnvelope, { slug, named, type }: { slug: CountySlug; named: string; type: string }): string | undefined {
  if (named !== slug) return `its subject is of ${named}`;
  if (envelope.county !== slug) return `it says it is of ${envelope.county}`;
  if (envelope.type !== type) return `it says it is ${envelope.type}`;
  if (envelope.source !== `/services/${contractOf(type)?.service}`) return `it says it is from ${envelope.source}`;
  return undefined;
}

function readEnvelope(message: JsMsg): EventEnvelope | undefined {
  try {
    const parsed = envelopeSchema.safeParse(message.json());
    return parsed.success ? (parsed.data as EventEnvelope) : undefined;
  } catch {
    return undefined;
  }
}
