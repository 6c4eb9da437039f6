import type { CountySlug } from '@fc/domain-kernel';
import { databaseName, passwordSecret, roleName, schemaName, type ConnectionSettings } from '@fc/tenancy';
import pg from 'pg';
import type { Platform } from '../platform.ts';
import { ensureSecret } from '../secret-files.ts';
import { asAdministrator } from './administrator.ts';

/** Makes the database unless it is there. Nobody may connect to it who was not let in by name. */
export async function ensureDatabase(platform: Platform, name: string): Promise<void> {
  await asAdministrator(platform, 'postgres', async (client) => {
    const database = client.escapeIdentifier(name);
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [name]);
    if (!rowCount) await client.query(`create database ${database}`);
    await client.query(`revoke all on database ${database} from public`);
  });
  await asAdministrator(platform, name, (client) => client.query('revoke all on schema public from public'));
}

/** Makes the login role of one service in one county, with a schema of its own in that county's database and no way into any other. */
export async function ensureServiceSchema(platform: Platform, county: CountySlug, service: string): Promise<ConnectionSettings> {
  const database = databaseName(county);
  const user = roleName(county, service);
  const password = await ensureSecret(platform.secretsDirectory, passwordSecret(county, service));
  await asAdministrator(platform, database, async (client) => {
    const role = client.escapeIdentifier(user);
    const schema = client.escapeIdentifier(schemaName(service));
    const { rowCount } = await client.query('select 1 from pg_roles where rolname = $1', [user]);
    const attributes = `login nosuperuser nocreatedb nocreaterole noinherit connection limit 50 password ${client.escapeLiteral(password)}`;
    await client.query(rowCount ? `alter role ${role} ${attributes}` : `create role ${role} ${attributes}`);
    await client.query(`grant connect on database ${client.escapeIdentifier(database)} to ${role}`);
    await client.query(`create schema if not exists ${schema} authorization ${role}`);
    await client.query(`alter role ${role} in database ${client.escapeIdentifier(database)} set search_path to ${schema}`);
  });
  return connectionOf(platform, county, service);
}

/** How a service connects to that county. */
export const connectionOf = async ({ postgres: { host, port }, secretsDirectory }: Platform, county: CountySlug, service: string): Promise<ConnectionSettings> => ({
  host,
  port,
  database: databaseName(county),
  user: roleName(county, service),
  password: await ensureSecret(secretsDirectory, passwordSecret(county, service)),
});

/** Makes the event log's partitions of the next two years, as the service itself, whose they are. */
export async function makeComingPartitions({ host, port, database, user, password }: ConnectionSettings): Promise<void> {
  const client = new pg.Client({ host, port, database, user, password });
  await client.connect();
  try {
    await client.query('select event_log_make_partitions(24)');
  } finally {
    await client.end();
  }
}
