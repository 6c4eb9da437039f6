import { verifyTrail, type Anchor, type AnchorKey, type TrailReport } from '@fc/tenancy';
import type { County } from '@fc/tenancy/registry';
import type { Platform } from './platform.ts';
import { asAdministrator } from './steps/administrator.ts';
import { anchorKeys } from './steps/anchor-keys.ts';
import { readRegistry } from './steps/registry.ts';

/** Verifies the trail of every service in that county, or in all of them, against its seals and the anchors. Throws when no county is called so. */
export async function verifyAudit(platform: Platform, slug?: string): Promise<TrailReport[]> {
  const counties = (await readRegistry(platform)).counties.filter((county) => (slug ? county.slug === slug : county.status !== 'OFFBOARDED'));
  if (slug && counties.length === 0) throw new Error(`There is no county ${slug} in the registry.`);
  const keys = await anchorKeys(platform);
  const reports: TrailReport[] = [];
  for (const county of counties) reports.push(...(await verifyCounty(platform, county, keys)));
  return reports;
}

async function verifyCounty(platform: Platform, { slug: county, database }: County, keys: readonly AnchorKey[]): Promise<TrailReport[]> {
  // Read before the trail: an anchor that comes meanwhile would speak of a seal that the trail's moment does not have yet.
  const anchors = await anchorsOf(platform, county);
  return asAdministrator(platform, database.name, async (client) => {
    await client.query('begin isolation level repeatable read read only');
    const query = async <Row extends object>(text: string, parameters: readonly unknown[] = []): Promise<Row[]> => (await client.query(text, [...parameters])).rows as Row[];
    const reports: TrailReport[] = [];
    for (const { service } of platform.schemas) reports.push(await verifyTrail(query, { county, service }, { anchors, keys, now: Date.now() }));
    return reports;
  });
}

const anchorsOf = (platform: Platform, county: string): Promise<Anchor[]> =>
  asAdministrator(platform, platform.stateDatabase, async (client) => {
    const { rows } = await client.query<Anchor>(
      `select county, service, position, total::float8 as total, hash, sealed_at::float8 as "sealedAt", signature from identity.audit_anchor where county = $1`,
      [county],
    );
    return rows;
  });
