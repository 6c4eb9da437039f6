import { databaseName, migrateSchema } from '@fc/tenancy';
import type { County } from '@fc/tenancy/registry';
import type { CountyFile } from './county-file.ts';
import type { Platform, Progress } from './platform.ts';
import { ensureDatabase, ensureServiceSchema } from './steps/database.ts';
import { ensureRealm } from './steps/realm.ts';
import { changeRegistry, ensureRegistry, readRegistry } from './steps/registry.ts';
import { ensureStream } from './steps/stream.ts';

/** Adds a county, or finishes one that was begun: each step may be run again. The running platform serves it within seconds. */
export async function addCounty(platform: Platform, file: CountyFile, progress: Progress = () => undefined): Promise<County> {
  const { slug } = file;
  const realm = slug;
  await ensureRegistry(platform);
  await ensureDatabase(platform, databaseName(slug));
  progress(`${slug}: database ${databaseName(slug)}`);

  const schemaVersions: Record<string, string> = {};
  for (const schema of platform.schemas) {
    const connection = await ensureServiceSchema(platform, slug, schema.service);
    const { ran, version } = await migrateSchema(schema, connection);
    schemaVersions[schema.service] = version;
    progress(`${slug}: ${schema.service} at ${version}${ran.length > 0 ? ` (${ran.length} steps)` : ''}`);
  }
  await ensureRealm(platform, realm);
  progress(`${slug}: realm ${realm}`);
  await ensureStream(platform, slug);
  progress(`${slug}: event stream`);

  const known = (await readRegistry(platform)).counties.find((registered) => registered.slug === slug);
  const { host, port } = platform.postgres;
  const county: County = {
    ...file,
    status: known?.status === 'SUSPENDED' ? 'SUSPENDED' : 'ACTIVE',
    issuer: `${platform.identityProvider.baseUrl}/realms/${realm}`,
    database: { host, port, name: databaseName(slug) },
    schemaVersions,
  };
  const { version } = await changeRegistry(platform, (counties) => [...counties.filter((known) => known.slug !== slug), county]);
  progress(`${slug}: in the registry, version ${version}`);
  return county;
}
