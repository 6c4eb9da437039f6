import { setTimeout as sleep } from 'node:timers/promises';
import { parkedEventsSubject } from '@fc/messaging';
import { schemaName } from '@fc/tenancy';
import type { County } from '@fc/tenancy/registry';
import { jetstream } from '@nats-io/jetstream';
import type { Platform } from '../platform.ts';
import { asAdministrator } from './administrator.ts';
import { asBrokerAdministrator } from './stream.ts';

/** An event that stands aside for one consumer. */
export interface Aside {
  readonly event_id: string;
  readonly consumer: string;
}

/** Tells the running service that events stand aside for it; one that does not run finds them when it starts. */
export const tellOfParkedEvents = ({ slug }: County, platform: Platform): Promise<void> =>
  asBrokerAdministrator(platform, async (connection) => {
    await jetstream(connection).publish(parkedEventsSubject(slug), '{}');
  });

/** Which of these events still stand aside, once none is being tried any more or the time, in milliseconds, is over. */
export const waitForParkedEvents = (platform: Platform, { database }: County, service: string, events: readonly Aside[], within: number): Promise<(Aside & { readonly state: string; readonly reason: string })[]> =>
  asAdministrator(platform, database.name, async (client) => {
    const query = `select parked.event_id, parked.consumer, parked.state, parked.reason
                     from ${schemaName(service)}.parked_event parked join jsonb_to_recordset($1::jsonb) as mine (event_id uuid, consumer text) using (event_id, consumer)`;
    for (const until = Date.now() + within; ; await sleep(100)) {
      const { rows } = await client.query(query, [JSON.stringify(events)]);
      if (rows.every((row: { state: string }) => row.state === 'DEAD') || Date.now() > until) return rows;
    }
  });
