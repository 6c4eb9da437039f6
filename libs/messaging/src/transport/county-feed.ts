import type { CountySlug } from '@fc/domain-kernel';
import type { Logger } from '@fc/runtime';
import type { ConsumerMessages, JsMsg } from '@nats-io/jetstream';
import type { Broker } from './broker.ts';
import { streamName } from './subjects.ts';

/** Messages of one county that are in hand at the same time. */
const inHand = 32;

/** One county's events for this service, from the durable consumer that countyctl made for it: one aggregate's in order, different ones side by side. */
export class CountyFeed {
  readonly #broker: Broker;
  readonly #county: CountySlug;
  readonly #logger: Logger;
  readonly #handle: (message: JsMsg) => Promise<void>;
  readonly #lanes = new Map<string, Promise<void>>();
  #messages: ConsumerMessages | undefined;
  #stopped = false;
  readonly #running: Promise<void>;

  constructor(broker: Broker, county: CountySlug, logger: Logger, handle: (message: JsMsg) => Promise<void>) {
    this.#broker = broker;
    this.#county = county;
    this.#logger = logger;
    this.#handle = handle;
    this.#running = this.#run();
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    await this.#messages?.close();
    await this.#running;
    await Promise.all(this.#lanes.values());
  }

  async #run(): Promise<void> {
    for (let failures = 0; !this.#stopped; failures += 1) {
      try {
        await this.#consume();
      } catch (error) {
        this.#logger.warn({ county: this.#county, reason: String(error) }, 'no events from this county yet');
      }
      if (!this.#stopped) await new Promise((resolve) => setTimeout(resolve, Math.min(5_000, 200 * 2 ** failures)));
    }
  }

  async #consume(): Promise<void> {
    const stream = streamName(this.#county);
    const consumer = await (await this.#broker.jetstream()).consumers.get(stream, this.#broker.service);
    if (this.#stopped) return;
    this.#messages = await consumer.consume({ max_messages: 2 * inHand, idle_heartbeat: 5_000 });
    for await (const message of this.#messages) {
      const lane = laneOf(message);
      const turn = (this.#lanes.get(lane) ?? Promise.resolve()).then(() => this.#handle(message));
      const done = turn.finally(() => {
        if (this.#lanes.get(lane) === done) this.#lanes.delete(lane);
      });
      this.#lanes.set(lane, done);
      if (this.#lanes.size >= inHand) await Promise.race(this.#lanes.values());
    }
  }
}

/** The aggregate's id; the envelope is read whole later, where a broken one can be put away. */
function laneOf(message: JsMsg): string {
  try {
    return message.json<{ subject?: string }>().subject ?? '';
  } catch {
    return '';
  }
}
