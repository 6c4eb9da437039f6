import { DomainError } from '@fc/domain-kernel';
import { schemaName, type ServiceSchema } from '@fc/tenancy';
import type pg from 'pg';
import { findPresentCounty } from './find-county.ts';
import type { Platform } from './platform.ts';
import { asAdministrator, withCountyLock } from './steps/administrator.ts';
import { everyEvent } from './steps/every-event.ts';
import { tellOfParkedEvents, waitForParkedEvents, type Aside } from './steps/parked-events.ts';

export interface RebuildReport {
  /** The tables that were emptied, and their events put before the service once more. */
  readonly tables: readonly string[];
  /** Effects that were asked for again: an event counts once for each consumer. */
  readonly asked: number;
  /** Of these, effects that had never been there: what the stream had lost. */
  readonly missed: number;
  /** What has no effect yet after the time that was waited, and why. */
  readonly open: readonly (Aside & { readonly state: string; readonly reason: string })[];
}

/**
 * Makes a service's projections in one county anew from what was said there, and gives it what it has never heard. The
 * record is each service's event log; whether the stream still holds an event makes no difference. What others say
 * meanwhile waits behind the earlier events of the same thing. Until an event has been heard again its rows are missing, and
 * the service refuses rather than guesses. Repeatable: it begins with one transaction, and the service goes on from there.
 */
export async function rebuild(platform: Platform, slug: string, service: string, { within = 60_000 } = {}): Promise<RebuildReport> {
  const schema = schemaOf(platform, service);
  return withCountyLock(platform, slug, async () => {
    const county = await findPresentCounty(platform, slug);
    const { known, asked } = await asAdministrator(platform, county.database.name, (client) => putAside(client, platform, schema));
    await tellOfParkedEvents(county, platform);
    const mine = new Set(schema.projections.flatMap(({ consumers }) => consumers.map(({ name }) => name)));
    return {
      tables: schema.projections.flatMap(({ tables }) => tables),
      asked: asked.length,
      missed: asked.filter(({ event_id, consumer }) => !mine.has(consumer) || !known.has(`${event_id} ${consumer}`)).length,
      open: await waitForParkedEvents(platform, county, service, asked, county.status === 'ACTIVE' ? within : 0),
    };
  });
}

/** Throws `UNKNOWN_SERVICE` with the names that there are. */
export function schemaOf({ schemas }: Platform, service: string): ServiceSchema {
  const schema = schemas.find((each) => each.service === service);
  if (!schema) throw new DomainError('UNKNOWN_SERVICE', `No service is called ${service}. There are ${schemas.map((each) => each.service).join(', ')}.`);
  return schema;
}

/** Empties the projections and puts their events aside to be heard again, all in one transaction that no consumer sees half of. */
async function putAside(client: pg.Client, platform: Platform, { service, projections }: ServiceSchema): Promise<{ known: Set<string>; asked: Aside[] }> {
  const consumers = projections.flatMap((each) => each.consumers);
  const names = consumers.map(({ name }) => name);
  await client.query('begin');
  try {
    await client.query(`set local search_path to ${schemaName(service)}`);
    await client.query(`set local lock_timeout to '30s'`);
    // Every effect begins with its row here: those in hand are waited for, and the next ones wait.
    await client.query('lock table inbox_event in exclusive mode');
    await client.query(`create temporary table heard on commit drop as
      select inbox.consumer, event.envelope ->> 'type' as type, min(inbox.handled_at) as since
        from inbox_event inbox join (${everyEvent(platform)}) event using (event_id) group by 1, 2`);
    await client.query(`insert into heard select name, type, '-infinity' from jsonb_to_recordset($1::jsonb) as mine (name text, type text)`, [
      JSON.stringify(consumers.flatMap(({ name, events }) => events.map((type) => ({ name, type })))),
    ]);
    for (const { tables } of projections) for (const table of tables) await client.query(`delete from ${client.escapeIdentifier(table)}`);
    const { rows: forgotten } = await client.query<Aside>('delete from inbox_event where consumer = any ($1) returning event_id, consumer', [names]);
    await client.query('delete from parked_event where consumer = any ($1)', [names]);
    // A consumer that is no projection's is told what it has missed since it began to listen, and nothing that is older than it.
    const { rows: asked } = await client.query<Aside>(
      `insert into parked_event (event_id, consumer, aggregate, event_type, envelope, state, reason, next_try_at)
       select event.event_id, heard.consumer, event.envelope ->> 'subject', heard.type, event.envelope, 'WAITING', 'An operator has it heard again.', now()
         from (${everyEvent(platform)}) event
         join (select consumer, type, min(since) as since from heard group by 1, 2) heard on heard.type = event.envelope ->> 'type' and event.emitted_at >= heard.since
        where not exists (select from inbox_event inbox where inbox.event_id = event.event_id and inbox.consumer = heard.consumer)
        order by event.emitted_at, event.sequence
       on conflict (event_id, consumer) do nothing
       returning event_id, consumer`,
    );
    await client.query('commit');
    return { known: new Set(forgotten.map(({ event_id, consumer }) => `${event_id} ${consumer}`)), asked };
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  }
}
