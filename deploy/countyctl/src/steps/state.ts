import { anchorTables } from '@fc/identity/schema';
import { committeeTables } from '@fc/matching/schema';
import { stateTables } from '@fc/outcomes/schema';
import { erasureLedgerTables, schemaName, statePasswordSecret, stateRoleName } from '@fc/tenancy';
import type pg from 'pg';
import type { Platform } from '../platform.ts';
import { syncRealm } from '../realm/index.ts';
import { ensureSecret } from '../secret-files.ts';
import { asAdministrator } from './administrator.ts';
import { ensureAnchorKeys } from './anchor-keys.ts';

/** What one service keeps in the state's database, and what its role may do with it; it can change nothing that stands there. */
interface StatePart {
  readonly service: string;
  readonly tables: readonly string[];
  readonly may: string;
}

const parts: readonly StatePart[] = [
  // Facts that counties let go, and may take back.
  { service: 'outcomes', tables: stateTables, may: 'select, insert, delete' },
  // The roster of Parent Allies who asked to be on it, and may leave it.
  { service: 'matching', tables: committeeTables, may: 'select, insert, delete' },
  // The heads of the counties' trails, and whom a county has erased: nobody takes them back.
  { service: 'identity', tables: [...anchorTables, ...erasureLedgerTables], may: 'select, insert' },
];

/**
 * Other services whose columns are sealed: they ask whom a county has erased before they open a key, and can do nothing else there.
 */
const ledgerReaders: readonly string[] = ['matching', 'meetings', 'support'];

/** Makes what the state has beside the registry: its realm, what services keep in its database, and the key that signs the anchors of the counties' trails. */
export async function ensureState(platform: Platform): Promise<void> {
  await syncRealm(platform, { kind: 'state' });
  await ensureAnchorKeys(platform);
  await ensureStateTables(platform);
}

/** What services keep in the state's database, each with a role of its own. */
export async function ensureStateTables(platform: Platform): Promise<void> {
  for (const { service, tables, may } of parts)
    await withRole(platform, service, service, async (client, role, schema) => {
      for (const statement of tables) await client.query(statement);
      await client.query(`grant ${may} on all tables in schema ${schema} to ${role}`);
    });
  for (const service of ledgerReaders) await withRole(platform, service, 'identity', async (client, role) => void (await client.query(`grant select on erased_person to ${role}`)));
}

/** Gives a service its role in the state's database, which finds the tables of its own schema and of one other there; then `grant` says what it may do with them. */
async function withRole(platform: Platform, service: string, owner: string, grant: (client: pg.Client, role: string, schema: string) => Promise<void>): Promise<void> {
  const password = await ensureSecret(platform.secretsDirectory, statePasswordSecret(service));
  const name = stateRoleName(platform.stateDatabase, service);
  await asAdministrator(platform, platform.stateDatabase, async (client) => {
    const [role, schema, database] = [name, schemaName(owner), platform.stateDatabase].map((identifier) => client.escapeIdentifier(identifier)) as [string, string, string];
    const { rowCount } = await client.query('select 1 from pg_roles where rolname = $1', [name]);
    await client.query(`${rowCount ? 'alter' : 'create'} role ${role} login nosuperuser nocreatedb nocreaterole noinherit connection limit 50 password ${client.escapeLiteral(password)}`);
    await client.query(`create schema if not exists ${schema}`);
    await client.query(`set search_path to ${schema}`);
    await client.query(`grant connect on database ${database} to ${role}`);
    await client.query(`grant usage on schema ${schema} to ${role}`);
    await grant(client, role, schema);
    const path = [...new Set([schemaName(service), schemaName(owner)])].map((one) => client.escapeIdentifier(one)).join(', ');
    await client.query(`alter role ${role} in database ${database} set search_path to ${path}`);
  });
}
