import { publishSnapshot, signSnapshot, registrySnapshotSchema, type County, type RegistrySnapshot } from '@fc/tenancy/registry';
import type pg from 'pg';
import type { Platform } from '../platform.ts';
import { asAdministrator } from './administrator.ts';
import { ensureDatabase } from './database.ts';
import { requireNewVersions } from './setting-versions.ts';
import { ensureState } from './state.ts';

/** Makes the state's database, where the registry is kept version by version, and what else the state has; one operator at a time. */
export const ensureRegistry = (platform: Platform): Promise<void> =>
  asAdministrator(platform, 'postgres', async (client) => {
    await client.query(`select pg_advisory_lock(hashtext('state'))`); // until the connection ends
    await ensureDatabase(platform, platform.stateDatabase);
    // By default every role may connect to these two.
    await client.query('revoke connect on database postgres, template1 from public');
    await asAdministrator(platform, platform.stateDatabase, async (state) => {
      await state.query('create schema if not exists registry');
      await state.query(`create table if not exists registry.snapshot (
        version integer primary key, document jsonb not null, issued_at timestamptz not null default now())`);
    });
    await ensureState(platform);
  });

/** The registry as it was last published; empty before the first county. */
export const readRegistry = (platform: Platform): Promise<RegistrySnapshot> => asAdministrator(platform, platform.stateDatabase, (client) => newest(client, platform));

/** Changes the registry by one version, one operator at a time, and publishes it to everything that runs. Throws `SETTINGS_VERSION`. */
export const changeRegistry = (platform: Platform, change: (counties: readonly County[]) => readonly County[]): Promise<RegistrySnapshot> =>
  asAdministrator(platform, platform.stateDatabase, async (client) => {
    await client.query('begin');
    try {
      await client.query(`select pg_advisory_xact_lock(hashtext('registry'))`);
      const before = await newest(client, platform);
      const next = registrySnapshotSchema.parse({ ...before, version: before.version + 1, issuedAt: new Date().toISOString(), counties: change(before.counties) });
      requireNewVersions(before.counties, next.counties);
      await client.query('insert into registry.snapshot (version, document) values ($1, $2)', [next.version, JSON.stringify(next)]);
      await publishSnapshot(platform.registryFile, await signSnapshot(next, platform.registryPrivateKey));
      await client.query('commit');
      return next;
    } catch (error) {
      await client.query('rollback');
      throw error;
    }
  });

async function newest(client: pg.Client, { postgres, identityProvider, stateDatabase }: Platform): Promise<RegistrySnapshot> {
  const { rows } = await client.query<{ document: unknown }>('select document from registry.snapshot order by version desc limit 1');
  const state = { issuer: `${identityProvider.baseUrl}/realms/state`, database: { host: postgres.host, port: postgres.port, name: stateDatabase } };
  // Where servers stand is deployment, not record: a moved server is taken up at the next change.
  return rows[0] ? registrySnapshotSchema.parse({ ...(rows[0].document as object), state }) : { version: 0, issuedAt: new Date(0).toISOString(), state, counties: [] };
}
