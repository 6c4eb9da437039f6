import { schemaName, schemaVersion } from '@fc/tenancy';
import type { County } from '@fc/tenancy/registry';
import type { Platform } from './platform.ts';
import { asAdministrator } from './steps/administrator.ts';
import { readRegistry } from './steps/registry.ts';

interface Events {
  readonly outbox: number;
  readonly parked: number;
  readonly dead: number;
}

export interface CountyStatus extends Events {
  readonly county: string;
  readonly name: string;
  readonly status: string;
  /** Services whose schema is not at the version of this build: `matching 4/5`. */
  readonly behind: readonly string[];
  /** Events that wait to be published, that stand aside, and that were given up, over all services. -1 where the database does not answer. */
  readonly outbox: number;
  readonly parked: number;
  readonly dead: number;
}

/** How each county stands, for an operator's eyes. One whose database does not answer does not hide the others. */
export async function countyStatus(platform: Platform): Promise<CountyStatus[]> {
  const { counties } = await readRegistry(platform);
  return Promise.all(
    counties.map(async (county) => {
      const { slug, name, status } = county;
      if (status === 'PROVISIONING' || status === 'OFFBOARDED') return { county: slug, name, status, behind: [], outbox: 0, parked: 0, dead: 0 };
      return { county: slug, name, status, behind: behindIn(platform, county), ...(await eventsOf(platform, county).catch(() => ({ outbox: -1, parked: -1, dead: -1 }))) };
    }),
  );
}

const behindIn = (platform: Platform, { schemaVersions }: County): string[] =>
  platform.schemas.flatMap((schema) => {
    const have = schemaVersions[schema.service] ?? '0';
    return have === schemaVersion(schema) ? [] : [`${schema.service} ${have}/${schemaVersion(schema)}`];
  });

async function eventsOf(platform: Platform, { database }: County): Promise<Events> {
  const counts = platform.schemas.map(
    ({ service }) =>
      `select (select count(*) from ${schemaName(service)}.outbox_event) as outbox,
              count(*) filter (where state <> 'DEAD') as parked, count(*) filter (where state = 'DEAD') as dead from ${schemaName(service)}.parked_event`,
  );
  const sum = `select sum(outbox)::int as outbox, sum(parked)::int as parked, sum(dead)::int as dead from (${counts.join(' union all ')}) as each`;
  const [row] = await asAdministrator(platform, database.name, async (client) => (await client.query<Events>(sum)).rows);
  return row ?? { outbox: 0, parked: 0, dead: 0 };
}
