import type { County } from '@fc/tenancy/registry';
import { findPresentCounty } from './find-county.ts';
import type { Platform } from './platform.ts';
import { withCountyLock } from './steps/administrator.ts';
import { changeRegistry } from './steps/registry.ts';

/**
 * Closes a county's program for everybody: its people get `COUNTY_SUSPENDED`, its events wait in the stream, and nothing of
 * its record changes. Everything that runs takes it up within five seconds. Suspending it again changes nothing.
 */
export const suspendCounty = (platform: Platform, slug: string): Promise<County> => withCountyLock(platform, slug, () => setStatus(platform, slug, 'SUSPENDED'));

/** Opens a suspended county again; what waited in its stream has its effect now. */
export const resumeCounty = (platform: Platform, slug: string): Promise<County> => withCountyLock(platform, slug, () => setStatus(platform, slug, 'ACTIVE'));

/** For whoever holds the county's lock. Throws `UNKNOWN_COUNTY`, and `COUNTY_NOT_THERE` for one that is half added or has left. */
export async function setStatus(platform: Platform, slug: string, status: 'ACTIVE' | 'SUSPENDED'): Promise<County> {
  const county = await findPresentCounty(platform, slug);
  if (county.status === status) return county;
  await changeRegistry(platform, (counties) => counties.map((known) => (known.slug === slug ? { ...known, status } : known)));
  return { ...county, status };
}
