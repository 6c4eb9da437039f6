import { setTimeout as sleep } from 'node:timers/promises';
import { schemaName, type ConnectionSettings } from '@fc/tenancy';
import pg from 'pg';
import { servicesThatAnswer } from './answers.ts';
import type { Platform } from './platform.ts';
import { makeRoundTrip, type RoundTrip } from './round-trip.ts';
import { connectionOf } from './steps/database.ts';
import { readRegistry } from './steps/registry.ts';

export interface Verification {
  readonly county: string;
  readonly service: string;
  /** The service's role reads its own schema in its own county. */
  readonly own: boolean;
  /** It is refused in every other county's database, and in the other services' schemas of its own. */
  readonly refusedElsewhere: boolean;
  /** It says things: what it was asked to say has left its outbox, by its own relay and under its own name. */
  readonly says: boolean;
  /** It takes the county's events: its inbox has what the operator and all the services that can speak said during the check. */
  readonly hears: boolean;
  /** It answers through the gateway, over HTTP and with a token; null where no gateway is known of. */
  readonly answers: boolean | null;
  /** Why one of these could not be found out; empty where all could. */
  readonly unknown: string;
}

/**
 * Proves for each county and service that its own way in works and that all others are shut. A county whose database, stream
 * or realm does not answer is said so in its rows, and holds up no other.
 */
export async function verifyCounties(platform: Platform): Promise<Verification[]> {
  const counties = (await readRegistry(platform)).counties.filter((county) => county.status === 'ACTIVE');
  const rows: Verification[] = [];
  for (const county of counties) {
    const none = new Set<string>();
    const trip: RoundTrip = await makeRoundTrip(platform, county).catch(() => ({ said: none, heard: none }));
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
        says: trip.said.has(service),
        hears: trip.heard.has(service),
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
export const isSound = ({ own, refusedElsewhere, says, hears, answers, unknown }: Verification): boolean => own && refusedElsewhere && says && hears && answers !== false && unknown === '';
