import { DomainError } from '@fc/domain-kernel';
import type { County } from '@fc/tenancy/registry';
import type { Platform } from './platform.ts';
import { readRegistry } from './steps/registry.ts';

/** The county as the registry knows it, whatever its status. Throws `UNKNOWN_COUNTY` with the names that there are. */
export async function findCounty(platform: Platform, slug: string): Promise<County> {
  const { counties } = await readRegistry(platform);
  const county = counties.find((known) => known.slug === slug);
  if (!county) throw new DomainError('UNKNOWN_COUNTY', `The registry knows no county ${slug}. It knows ${counties.map((known) => known.slug).join(', ') || 'none yet'}.`);
  return county;
}

/** As `findCounty`, for what needs the county's record to be there. Throws `COUNTY_NOT_THERE` before a county is whole and after it has left. */
export async function findPresentCounty(platform: Platform, slug: string): Promise<County> {
  const county = await findCounty(platform, slug);
  if (county.status === 'PROVISIONING') throw new DomainError('COUNTY_NOT_THERE', `${county.name} is half added. Finish it first: countyctl add ${slug}`);
  if (county.status === 'OFFBOARDED') throw new DomainError('COUNTY_NOT_THERE', `${county.name} has left the platform; nothing of it is here.`);
  return county;
}
