import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { CountySlug } from '@fc/domain-kernel';
import { streamName } from '@fc/messaging';
import { databaseName, roleName, schemaName } from '@fc/tenancy';
import { jetstreamManager } from '@nats-io/jetstream';
import { keyCustodian } from '../county-keys.ts';
import { ofCountyInState } from '../export/tables.ts';
import type { Platform } from '../platform.ts';
import { asAdministrator, databaseExists } from '../steps/administrator.ts';
import { asBrokerAdministrator, streamExists } from '../steps/stream.ts';

interface Whose {
  readonly slug: CountySlug;
}

/** Every step here may be run again after it was broken off, and changes nothing where its work is done. */

/** No service comes into the county's database any more, and none is in it: what is exported now is the last there is. */
export const shutServicesOut = (platform: Platform, county: Whose): Promise<void> => letServicesIn(platform, county, false);

/** The other way round. */
export const openServices = (platform: Platform, county: Whose): Promise<void> => letServicesIn(platform, county, true);

const letServicesIn = (platform: Platform, { slug }: Whose, allowed: boolean): Promise<void> =>
  asAdministrator(platform, 'postgres', async (client) => {
    for (const { service } of platform.schemas) {
      const role = roleName(slug, service);
      const { rowCount } = await client.query('select 1 from pg_roles where rolname = $1', [role]);
      if (rowCount) await client.query(`alter role ${client.escapeIdentifier(role)} ${allowed ? 'login' : 'nologin'}`);
      if (!allowed) await client.query('select pg_terminate_backend(pid, 5000) from pg_stat_activity where usename = $1', [role]);
    }
  });

/** Takes the stream and the services' consumers of it away. */
export async function deleteStream(platform: Platform, { slug }: Whose): Promise<void> {
  if (await streamExists(platform, slug)) await asBrokerAdministrator(platform, async (connection) => (await jetstreamManager(connection)).streams.delete(streamName(slug)));
}

/** From here on nothing that was protected can be read, in no backup either. */
export async function destroyKeys(platform: Platform, { slug }: Whose): Promise<void> {
  const custodian = keyCustodian(platform);
  if (await custodian.has(slug)) await custodian.destroy(slug);
}

export async function dropDatabase(platform: Platform, { slug }: Whose): Promise<void> {
  const database = databaseName(slug);
  // Dropped with whoever is still connected to it, such as somebody's psql.
  if (await databaseExists(platform, database)) await asAdministrator(platform, 'postgres', (client) => client.query(`drop database ${client.escapeIdentifier(database)} with (force)`));
  await asAdministrator(platform, 'postgres', async (client) => {
    for (const { service } of platform.schemas) await client.query(`drop role if exists ${client.escapeIdentifier(roleName(slug, service))}`);
  });
}

/** What the state's database keeps of the county's record, which has gone into the export, its allies on the statewide roster and what it shared of its readiness; facts that the county let go for the state stay. */
export const removeFromState = (platform: Platform, { slug }: Whose): Promise<void> =>
  asAdministrator(platform, platform.stateDatabase, async (client) => {
    for (const table of ofCountyInState) await client.query(`delete from ${schemaName('identity')}.${client.escapeIdentifier(table)} where county = $1`, [slug]);
    await client.query(`delete from ${schemaName('matching')}.committee_member where county = $1`, [slug]);
    await client.query(`delete from ${schemaName('outcomes')}.shared_readiness where county = $1`, [slug]);
  });

/** Passwords and client secrets of the county. */
export async function removeSecrets({ secretsDirectory }: Platform, { slug }: Whose): Promise<void> {
  for (const kept of ['counties', 'realms']) await rm(join(secretsDirectory, kept, slug), { recursive: true, force: true });
}
