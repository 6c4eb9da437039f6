import { schemaName, type ConnectionSettings } from '@fc/tenancy';
import type pg from 'pg';

/** Makes a role that may sign in to the database that the client works in, and has that service's schema as its own. */
export async function admit(client: pg.Client, { database, user, password }: Pick<ConnectionSettings, 'database' | 'user' | 'password'>, service: string): Promise<void> {
  const role = client.escapeIdentifier(user);
  const schema = client.escapeIdentifier(schemaName(service));
  const { rowCount } = await client.query('select 1 from pg_roles where rolname = $1', [user]);
  const attributes = `login nosuperuser nocreatedb nocreaterole noinherit connection limit 50 password ${client.escapeLiteral(password)}`;
  await client.query(rowCount ? `alter role ${role} ${attributes}` : `create role ${role} ${attributes}`);
  await client.query(`grant connect on database ${client.escapeIdentifier(database)} to ${role}`);
  await client.query(`create schema if not exists ${schema} authorization ${role}`);
  await client.query(`alter role ${role} in database ${client.escapeIdentifier(database)} set search_path to ${schema}`);
}
