import { schemaName, schemaVersion } from '@fc/tenancy';
import type { Platform } from './platform.ts';
import { asAdministrator } from './steps/database.ts';
import { readRegistry } from './steps/registry.ts';

export interface CountyStatus {
  readonly county: string;
  readonly name: string;
  readonly status: string;
  /** Services whose schema is not at the version of this build: `matching 4/5`. */
  readonly behind: readonly string[];
  /** Events that wait to be published, that stand aside, and that were given up, over all services. */
  readonly outbox: number;
  readonly parked: number;
  readonly dead: number;
}

/** How each county stands, for an operator's eyes. */
export async function countyStatus(platform: Platform): Promise<CountyStatus[]> {
  const { counties } = await readRegistry(platform);
  return Promise.all(
    counties.map(async ({ slug, name, status, schemaVersions, database }) => {
      const behind = platform.schemas.flatMap((schema) => {
        const have = schemaVersions[schema.service] ?? '0';
        return have === schemaVersion(schema) ? [] : [`${schema.service} ${have}/${schemaVersion(schema)}`];
      });
      const counts = platform.schemas.map(
        ({ service }) =>
          `select (select count(*) from ${schemaName(service)}.outbox_event) as outbox,
                  count(*) filter (where state <> 'DEAD') as parked, count(*) filter (where state = 'DEAD') as dead from ${schemaName(service)}.parked_event`,
      );
      const sum = `select sum(outbox)::int as outbox, sum(parked)::int as parked, sum(dead)::int as dead from (${counts.join(' union all ')}) as each`;
      const [row] = await asAdministrator(platform, database.name, async (client) => (await client.query<{ outbox: number; parked: number; dead: number }>(sum)).rows);
      return { county: slug, name, status, behind, ...(row ?? { outbox: 0, parked: 0, dead: 0 }) };
    }),
  );
}
