import type { CountySlug } from '@fc/domain-kernel';
import { countySubjects, nkeyAuthenticator, streamName } from '@fc/messaging';
import { AckPolicy, DeliverPolicy, jetstreamManager, RetentionPolicy, StorageType } from '@nats-io/jetstream';
import { connect, type NatsConnection } from '@nats-io/transport-node';
import type { Platform } from '../platform.ts';

const second = 1_000_000_000;
const day = 86_400 * second;

/** Makes the county's stream and each service's own durable consumer, which no service may make for itself; or brings its settings up to date. It is transport: the record of what was said is each service's event log. */
export const ensureStream = (platform: Platform, county: CountySlug): Promise<void> =>
  asBrokerAdministrator(platform, async (connection) => {
    const manager = await jetstreamManager(connection);
    const name = streamName(county);
    const settings = { subjects: [countySubjects(county)], duplicate_window: 120 * second, max_age: 30 * day };
    const known = await manager.streams.info(name).catch(() => undefined);
    if (known) await manager.streams.update(name, settings);
    else await manager.streams.add({ ...settings, name, retention: RetentionPolicy.Limits, storage: StorageType.File, deny_delete: true, deny_purge: true });
    for (const { service } of platform.schemas)
      await manager.consumers.add(name, {
        durable_name: service,
        filter_subject: countySubjects(county),
        deliver_policy: DeliverPolicy.All,
        ack_policy: AckPolicy.Explicit,
        ack_wait: 30 * second,
        max_ack_pending: 128,
      });
  });

export const streamExists = (platform: Platform, county: CountySlug): Promise<boolean> =>
  asBrokerAdministrator(platform, async (connection) => (await jetstreamManager(connection)).streams.info(streamName(county)).then(() => true, () => false));

export async function asBrokerAdministrator<Result>({ nats }: Platform, work: (connection: NatsConnection) => Promise<Result>): Promise<Result> {
  const connection = await connect({
    servers: nats.url,
    name: 'countyctl',
    authenticator: nkeyAuthenticator(nats.adminSeed),
    // Knocks again a few times before it says that there is no broker.
    timeout: 3_000,
    waitOnFirstConnect: true,
    maxReconnectAttempts: 5,
    reconnectTimeWait: 250,
  });
  try {
    return await work(connection);
  } finally {
    await connection.close();
  }
}
