import { setTimeout as sleep } from 'node:timers/promises';
import { RoundTripAskedV1, type EventEnvelope } from '@fc/contracts';
import { newId, Temporal } from '@fc/domain-kernel';
import { subjectOf } from '@fc/messaging';
import { schemaName } from '@fc/tenancy';
import type { County } from '@fc/tenancy/registry';
import { jetstream } from '@nats-io/jetstream';
import type pg from 'pg';
import type { Platform } from './platform.ts';
import { asAdministrator } from './steps/administrator.ts';
import { asBrokerAdministrator } from './steps/stream.ts';

/** Services, by name. */
export interface RoundTrip {
  /** What they were asked to say has left their outbox. */
  readonly said: ReadonlySet<string>;
  /** Their inbox has the question and everything that the others said. */
  readonly heard: ReadonlySet<string>;
}

/** How long nothing more may be said or heard before the rest is given up, in milliseconds. */
const patience = 5_000;

/**
 * Asks every service of a county to say something, and watches whose word gets out and who hears it. Nothing follows from
 * it; it can be made at any time and as often as one likes.
 */
export async function makeRoundTrip(platform: Platform, county: County): Promise<RoundTrip> {
  const asked = question(county);
  await asBrokerAdministrator(platform, async (connection) => {
    await jetstream(connection).publish(subjectOf(county.slug, asked.type), JSON.stringify(asked));
  });
  return asAdministrator(platform, county.database.name, async (client) => {
    for (let [until, before] = [0, '']; ; await sleep(50)) {
      const trip = await soFar(client, platform, asked);
      if ([trip.said, trip.heard].every((services) => services.size === platform.schemas.length)) return trip;
      const now = [...trip.said, '-', ...trip.heard].join();
      if (now !== before) [until, before] = [Date.now() + patience, now];
      if (Date.now() > until) return trip;
    }
  });
}

function question({ slug }: County): EventEnvelope {
  const roundTripId = newId<'RoundTrip'>();
  return {
    specversion: '1.0',
    id: newId(),
    source: '/services/countyctl',
    type: RoundTripAskedV1.type,
    subject: roundTripId,
    time: Temporal.Now.instant().toString({ smallestUnit: 'millisecond' }),
    datacontenttype: 'application/json',
    county: slug,
    actor: 'system:countyctl',
    correlationid: roundTripId,
    data: { roundTripId },
  };
}

/** A service that says nothing is waited for by nobody who hears. */
async function soFar(client: pg.Client, { schemas }: Platform, asked: EventEnvelope): Promise<RoundTrip> {
  const services = schemas.map(({ service }) => service);
  const spoke = services.map(
    (service) =>
      `select '${service}' as service, event_id from ${schemaName(service)}.event_log
        where emitted_at > now() - interval '1 hour' and envelope ->> 'causationid' = $1 and envelope ->> 'type' = '${service}.round-trip-made.v1'`,
  );
  const { rows: words } = await client.query<{ service: string; event_id: string }>(spoke.join(' union all '), [asked.id]);
  const events = [asked.id, ...words.map(({ event_id: id }) => id)];
  const took = services.map((service) => `select '${service}' as service where (select count(distinct event_id) from ${schemaName(service)}.inbox_event where event_id = any ($1::uuid[])) = cardinality($1::uuid[])`);
  const { rows: ears } = await client.query<{ service: string }>(took.join(' union all '), [events]);
  return { said: new Set(words.map(({ service }) => service)), heard: new Set(ears.map(({ service }) => service)) };
}
