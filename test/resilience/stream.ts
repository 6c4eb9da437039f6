import type { EventEnvelope } from '@fc/contracts';
import { streamName } from '@fc/messaging';
import { eventually, type TestCounty } from '@fc/testing';
import { jetstreamManager } from '@nats-io/jetstream';

/** Everything that was published in a county, in the stream's order. */
export async function published(county: TestCounty): Promise<EventEnvelope[]> {
  const manager = await jetstreamManager(await county.nats());
  const stream = streamName(county.county.slug);
  const { first_seq, last_seq } = (await manager.streams.info(stream)).state;
  const messages = await Promise.all(Array.from({ length: last_seq - first_seq + 1 }, (_, index) => manager.streams.getMessage(stream, { seq: first_seq + index })));
  return messages.map((message) => message!.json<EventEnvelope>());
}

/** Waits until a service has acknowledged everything that was published in a county. */
export async function allHandled(county: TestCounty, service: string): Promise<void> {
  const manager = await jetstreamManager(await county.nats());
  await eventually(async () => {
    const { num_pending, num_ack_pending } = await manager.consumers.info(streamName(county.county.slug), service);
    if (num_pending + num_ack_pending > 0) throw new Error(`${service} has ${num_pending} events ahead and ${num_ack_pending} in hand.`);
  }, { within: 30_000 });
}
