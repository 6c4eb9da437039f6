import { schemaName } from '@fc/tenancy';
import type { County } from '@fc/tenancy/registry';
import { findPresentCounty } from './find-county.ts';
import type { Platform } from './platform.ts';
import { schemaOf } from './rebuild.ts';
import { asAdministrator, withCountyLock } from './steps/administrator.ts';
import { tellOfParkedEvents, waitForParkedEvents, type Aside } from './steps/parked-events.ts';

export interface ReplayReport {
  readonly service: string;
  /** Dead events that are being tried again. */
  readonly tried: number;
  /** Those that have no effect yet after the time that was waited: still being tried, or dead again; with the reason. */
  readonly open: readonly (Aside & { readonly state: string; readonly reason: string })[];
  /** Dead ones that no consumer can ever read, such as a forged event. They stay, for whoever looks into it. */
  readonly unreadable: number;
}

/**
 * Tries again what consumers have given up: after the cause was mended. Each event gets all its tries anew; those behind it
 * have gone on meanwhile, so look first whether it is still true.
 */
export async function replayDeadLetters(platform: Platform, slug: string, service?: string, { within = 30_000 } = {}): Promise<ReplayReport[]> {
  const services = service ? [schemaOf(platform, service).service] : platform.schemas.map((schema) => schema.service);
  return withCountyLock(platform, slug, async () => {
    const county = await findPresentCounty(platform, slug);
    const revived = [];
    for (const name of services) revived.push({ service: name, ...(await revive(platform, county, name)) });
    if (revived.some(({ events }) => events.length > 0)) await tellOfParkedEvents(county, platform);
    return Promise.all(
      revived.map(async ({ service: name, events, unreadable }) => ({ service: name, tried: events.length, unreadable, open: await waitForParkedEvents(platform, county, name, events, within) })),
    );
  });
}

const revive = (platform: Platform, { database }: County, service: string): Promise<{ events: Aside[]; unreadable: number }> =>
  asAdministrator(platform, database.name, async (client) => {
    const parked = `${schemaName(service)}.parked_event`;
    const { rows: events } = await client.query<Aside>(
      `update ${parked} set state = 'FAILING', attempts = 0, next_try_at = now() where state = 'DEAD' and consumer <> 'none' returning event_id, consumer`,
    );
    const { rows } = await client.query<{ left: number }>(`select count(*)::int as left from ${parked} where state = 'DEAD' and consumer = 'none'`);
    return { events, unreadable: rows[0]?.left ?? 0 };
  });
