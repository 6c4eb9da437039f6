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
  /** Why one of these could not be found out; empty where all could. */
  readonly unknown: string;
}

/** How long a service may take to acknowledge what was published, in milliseconds. */
const patience = 5_000;

/**
 * Proves for each county and service that its own way in works and that all others are shut. A county whose database, stream
 * or realm does not answer is said so in its rows, and holds up no other.
 */
export async function verifyCounties(platform: Platform): Promise<Verification[]> {
  const counties = (await readRegistry(platform)).counties.filter((county) => county.status === 'ACTIVE');
  const rows: Verification[] = [];
  for (const county of counties) {
    const none = new Set<string>();
    const heard = await servicesThatHear(platform, county).catch(() => none);
    const answering = platform.gatewayUrl ? await servicesThatAnswer(platform, county).catch(() => none) : null;
    for (const { service } of platform.schemas) {
      const connection = { ...(await connectionOf(platform, county.slug, service)), patienceMs: platform.patienceMs };
      const neighbours = platform.schemas.filter((schema) => schema.service !== service);
      const [own, ...elsewhere] = await Promise.all([
        wayIn(connection, readIn(service)),
        ...counties.filter((other) => other.slug !== county.slug).map((other) => wayIn({ ...connection, database: other.database.name }, 'select 1')),
        ...neighbours.map((schema) => wayIn(connection, readIn(schema.service))),
      ]);
      rows.push({
        county: county.slug,
        service,
        own: own === 'OPEN',
        refusedElsewhere: !elsewhere.includes('OPEN'),
        events: heard.has(service),
        answers: answering && answering.has(service),
        unknown: [...new Set([own, ...elsewhere].filter((way) => way !== 'OPEN' && way !== 'SHUT'))].join('; '),
      });
    }
  }
  return rows;
}

const readIn = (service: string): string => `select 1 from ${schemaName(service)}.audit_entry limit 1`;

/** Whether somebody is let in there, or why that could not be found out. */
async function wayIn({ host, port, database, user, password, patienceMs = 10_000 }: ConnectionSettings & Pick<Platform, 'patienceMs'>, query: string): Promise<'OPEN' | 'SHUT' | (string & {})> {
  const client = new pg.Client({ host, port, database, user, password, connectionTimeoutMillis: patienceMs, query_timeout: patienceMs });
  client.on('error', () => undefined); // a dropped connection fails the statement in hand
  try {
    await client.connect();
    await client.query(query);
    return 'OPEN';
  } catch (error) {
    return (error as { code?: string }).code === '42501' ? 'SHUT' : `${database}: ${error instanceof Error ? error.message : String(error)}`; // 42501: permission denied, which is the point
  } finally {
    await Promise.race([client.end().catch(() => undefined), sleep(1_000, undefined, { ref: false })]);
  }
}

/** Whether a service works in a county as it must, in everything that was looked at. */
export const isSound = ({ own, refusedElsewhere, events, answers, unknown }: Verification): boolean => own && refusedElsewhere && events && answers !== false && unknown === '';

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
