import { setTimeout as sleep } from 'node:timers/promises';
import { streamName } from '@fc/messaging';
import { schemaName, type ConnectionSettings } from '@fc/tenancy';
import type { County } from '@fc/tenancy/registry';
import { jetstream, jetstreamManager } from '@nats-io/jetstream';
import pg from 'pg';
import { servicesThatAnswer } from './answers.ts';
import type { Platform } from './platform.ts';
import { connectionOf } from './steps/database.ts';
import { readRegistry } from './steps/registry.ts';
import { asBrokerAdministrator } from './steps/stream.ts';

export interface Verification {
  readonly county: string;
  readonly service: string;
  /** The service's role reads its own schema in its own county. */
  readonly own: boolean;
  /** It is refused in every other county's database, and in the other services' schemas of its own. */
  readonly refusedElsewhere: boolean;
  /** It takes events from the county's stream: what was published during the check has been acknowledged. */
  readonly events: boolean;
  /** It answers through the gateway, over HTTP and with a token; null where no gateway is known of. */
  readonly answers: boolean | null;
}

/** How long a service may take to acknowledge what was published, in milliseconds. */
const patience = 5_000;

/** Proves for each county and service that its own way in works and that all others are shut. */
export async function verifyCounties(platform: Platform): Promise<Verification[]> {
  const counties = (await readRegistry(platform)).counties.filter((county) => county.status === 'ACTIVE');
  const rows: Verification[] = [];
  for (const county of counties) {
    const heard = await servicesThatHear(platform, county);
    const answering = platform.gatewayUrl ? await servicesThatAnswer(platform, county) : null;
    for (const { service } of platform.schemas) {
      const connection = await connectionOf(platform, county.slug, service);
      const others = counties.filter((other) => other.slug !== county.slug);
      const neighbours = platform.schemas.filter((schema) => schema.service !== service);
      rows.push({
        county: county.slug,
        service,
        own: await answers(connection, `select 1 from ${schemaName(service)}.audit_entry limit 1`),
        refusedElsewhere:
          (await allRefused(others.map((other) => ({ ...connection, database: other.database.name })), 'select 1')) &&
          (await allRefused(neighbours.map(() => connection), ...neighbours.map((schema) => `select 1 from ${schemaName(schema.service)}.audit_entry limit 1`))),
        events: heard.has(service),
        answers: answering && answering.has(service),
      });
    }
  }
  return rows;
}

async function allRefused(connections: readonly ConnectionSettings[], ...queries: readonly string[]): Promise<boolean> {
  const answered = await Promise.all(connections.map((connection, index) => answers(connection, queries[index] ?? queries[0] ?? 'select 1')));
  return !answered.includes(true);
}

async function answers({ host, port, database, user, password }: ConnectionSettings, query: string): Promise<boolean> {
  const client = new pg.Client({ host, port, database, user, password });
  try {
    await client.connect();
    await client.query(query);
    return true;
  } catch (error) {
    if ((error as { code?: string }).code === '42501') return false; // permission denied, which is the point
    throw error;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Whether a service works in a county as it must, in everything that was looked at. */
export const isSound = ({ own, refusedElsewhere, events, answers }: Verification): boolean => own && refusedElsewhere && events && answers !== false;

/** Publishes an event that nobody handles, and sees which services' durables pass it. */
const servicesThatHear = (platform: Platform, county: County): Promise<Set<string>> =>
  asBrokerAdministrator(platform, async (connection) => {
    const { seq } = await jetstream(connection).publish(`county.${county.slug}.countyctl.verified.v1`, '{}');
    const manager = await jetstreamManager(connection);
    const heard = new Set<string>();
    for (const until = Date.now() + patience; Date.now() < until && heard.size < platform.schemas.length; await sleep(50))
      for (const { service } of platform.schemas) {
        const durable = await manager.consumers.info(streamName(county.slug), service).catch(() => undefined);
        if (durable && durable.ack_floor.stream_seq >= seq) heard.add(service);
      }
    return heard;
  });
