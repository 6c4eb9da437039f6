import { migrateSchema, schemaVersion } from '@fc/tenancy';
import type { County } from '@fc/tenancy/registry';
import { keyCustodian } from './county-keys.ts';
import { findPresentCounty } from './find-county.ts';
import type { Platform, Progress } from './platform.ts';
import { withCountyLock } from './steps/administrator.ts';
import { connectionOf, makeComingPartitions, pendingSteps } from './steps/database.ts';
import { changeRegistry, readRegistry } from './steps/registry.ts';
import { ensureStateTables } from './steps/state.ts';

export interface MigrationReport {
  readonly migrated: readonly string[];
  readonly failed: readonly { readonly county: string; readonly reason: string }[];
}

/** Counties that are brought up to date at the same time. */
const sideBySide = 4;

/**
 * Brings every county to the newest schema: one county first, and the others only when it worked. What runs goes on while
 * steps only add; a county whose step contracts answers `COUNTY_UPGRADING` until services that know it are in place. A county
 * that fails stays at its version and is named in the report; run it again to resume.
 * A county that is half added is left to `addCounty`.
 */
export async function migrateCounties(platform: Platform, progress: Progress = () => undefined, canary?: string): Promise<MigrationReport> {
  const counties = (await readRegistry(platform)).counties.filter(({ status }) => status === 'ACTIVE' || status === 'SUSPENDED');
  const first = canary ? await findPresentCounty(platform, canary) : (counties.find((county) => county.pilot) ?? counties[0]);
  if (!first) return { migrated: [], failed: [] };
  await ensureStateTables(platform);
  const report = { migrated: [] as string[], failed: [] as { county: string; reason: string }[] };
  await migrateOne(platform, first, report, progress);
  if (report.failed.length > 0) return report;
  const rest = counties.filter((county) => county.slug !== first.slug);
  while (rest.length > 0) await Promise.all(rest.splice(0, sideBySide).map((county) => migrateOne(platform, county, report, progress)));
  return report;
}

async function migrateOne(platform: Platform, { slug }: County, report: { migrated: string[]; failed: { county: string; reason: string }[] }, progress: Progress): Promise<void> {
  try {
    await withCountyLock(platform, slug, () => migrateLocked(platform, slug, progress));
    report.migrated.push(slug);
    progress(`${slug}: up to date`);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    report.failed.push({ county: slug, reason });
    progress(`${slug}: FAILED: ${reason}`);
  }
}

/** What a service has reached is in the registry even when the next one fails. */
async function migrateLocked(platform: Platform, slug: County['slug'], progress: Progress): Promise<void> {
  const change = (to: (known: County) => Partial<County>): Promise<unknown> => changeRegistry(platform, (counties) => counties.map((known) => (known.slug === slug ? { ...known, ...to(known) } : known)));
  const reached: Record<string, string> = {};
  try {
    await keyCustodian(platform).create(slug); // for a county that was added before counties had keys
    // Whoever cannot go on with what is coming is shut out before it comes, so that a run which dies in between leaves nobody in.
    const floors = await contractedTo(platform, slug);
    await change(({ schemaVersions, schemaFloors }) => ({ schemaFloors: { ...schemaVersions, ...schemaFloors, ...floors } }));
    for (const schema of platform.schemas) {
      const connection = await connectionOf(platform, slug, schema.service);
      const { ran, version } = await migrateSchema(schema, connection);
      await makeComingPartitions(connection);
      reached[schema.service] = version;
      if (ran.length > 0) progress(`${slug}: ${schema.service} at version ${version}: ${ran.join(', ')}`);
    }
  } finally {
    await change(({ schemaVersions }) => ({ schemaVersions: { ...schemaVersions, ...reached } }));
  }
}

/** The services whose coming steps take away or demand something, each with the version of its code that can go on then. */
async function contractedTo(platform: Platform, slug: County['slug']): Promise<Record<string, string>> {
  const contracted = await Promise.all(platform.schemas.map(async (schema) => ((await pendingSteps(platform, slug, schema)).some(({ contracts }) => contracts) ? [[schema.service, schemaVersion(schema)]] : [])));
  return Object.fromEntries(contracted.flat()) as Record<string, string>; // pairs of a service and its version
}
