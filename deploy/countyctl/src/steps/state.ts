import { stateTables } from '@fc/outcomes/schema';
import { schemaName, statePasswordSecret, stateRoleName } from '@fc/tenancy';
import type { Platform } from '../platform.ts';
import { ensureSecret } from '../secret-files.ts';
import { asAdministrator } from './administrator.ts';
import { ensureRealm } from './realm.ts';

const service = 'outcomes';

/**
 * Makes what the state has beside the registry: its realm, and the tables of the facts that counties let go, with the role of
 * outcomes there. That role may add facts, read them and take them back, and can change none.
 */
export async function ensureState(platform: Platform): Promise<void> {
  await ensureRealm(platform, 'state');
  const password = await ensureSecret(platform.secretsDirectory, statePasswordSecret(service));
  const name = stateRoleName(platform.stateDatabase, service);
  await asAdministrator(platform, platform.stateDatabase, async (client) => {
    const [role, schema, database] = [name, schemaName(service), platform.stateDatabase].map((identifier) => client.escapeIdentifier(identifier));
    const { rowCount } = await client.query('select 1 from pg_roles where rolname = $1', [name]);
    await client.query(`${rowCount ? 'alter' : 'create'} role ${role} login nosuperuser nocreatedb nocreaterole noinherit connection limit 50 password ${client.escapeLiteral(password)}`);
    await client.query(`create schema if not exists ${schema}`);
    await client.query(`set search_path to ${schema}`);
    for (const statement of stateTables) await client.query(statement);
    await client.query(`grant connect on database ${database} to ${role}`);
    await client.query(`grant usage on schema ${schema} to ${role}`);
    await client.query(`grant select, insert, delete on all tables in schema ${schema} to ${role}`);
    await client.query(`alter role ${role} in database ${database} set search_path to ${schema}`);
  });
}
