import type { CountySlug } from '@fc/domain-kernel';
import { databaseName, migrateSchema, passwordSecret, roleName, schemaName, schemaVersion, type ConnectionSettings, type SchemaStep, type ServiceSchema } from '@fc/tenancy';
import pg from 'pg';
import type { Platform } from '../platform.ts';
import { ensureSecret } from '../secret-files.ts';
import { asAdministrator, hasDatabase } from './administrator.ts';
import { admit } from './admit.ts';
import { copyTemplate, templateOwner } from './template.ts';

/** The event log's partitions of the next two years. */
const comingPartitions = 'select event_log_make_partitions(24)';

/** Makes an empty database unless it is there. Nobody may connect to it who was not let in by name. */
export async function ensureDatabase(platform: Platform, name: string): Promise<void> {
  await asAdministrator(platform, 'postgres', async (client) => {
    if (!(await hasDatabase(client, name))) await client.query(`create database ${client.escapeIdentifier(name)}`);
  });
  await closeDatabase(platform, name);
}

/** Makes a county's database unless it is there, with every service's tables in it. Nobody may connect to it who was not let in by name. */
export async function ensureCountyDatabase(platform: Platform, county: CountySlug): Promise<void> {
  await copyTemplate(platform, databaseName(county));
  await closeDatabase(platform, databaseName(county));
}

const closeDatabase = (platform: Platform, name: string): Promise<unknown> =>
  asAdministrator(platform, name, (client) => client.query(`revoke all on database ${client.escapeIdentifier(name)} from public; revoke all on schema public from public`));

/** Gives one service its login role, its schema and all its tables in that county's database, and no way into any other. */
export async function ensureServiceSchema(platform: Platform, county: CountySlug, schema: ServiceSchema): Promise<void> {
  const connection = await connectionOf(platform, county, schema.service);
  const whole = await asAdministrator(platform, connection.database, async (client) => {
    const role = client.escapeIdentifier(connection.user);
    await admit(client, connection, schema.service);
    // What came with the template belongs to nobody in this county yet.
    if (await isSchemaOf(client, schema.service, templateOwner(schema.service))) await client.query(`reassign owned by ${client.escapeIdentifier(templateOwner(schema.service))} to ${role}`);
    if (!(await hasEveryStep(client, schema))) return false;
    // The template lacks the months that have begun since it was made.
    await client.query(`set role ${role}; set search_path to ${client.escapeIdentifier(schemaName(schema.service))}; ${comingPartitions}`);
    return true;
  });
  if (!whole) await migrateSchema(schema, connection);
}

/** Whether that service has all its tables in the county's database, as its own. */
export const hasServiceSchema = (platform: Platform, county: CountySlug, schema: ServiceSchema): Promise<boolean> =>
  asAdministrator(platform, databaseName(county), async (client) => (await isSchemaOf(client, schema.service, roleName(county, schema.service))) && hasEveryStep(client, schema));

const isSchemaOf = async (client: pg.Client, service: string, owner: string): Promise<boolean> =>
  (await client.query('select 1 from pg_namespace where nspname = $1 and pg_get_userbyid(nspowner) = $2', [schemaName(service), owner])).rowCount === 1;

/** The steps that the service's schema in that county has still to take. */
export const pendingSteps = (platform: Platform, county: CountySlug, schema: ServiceSchema): Promise<SchemaStep[]> =>
  asAdministrator(platform, databaseName(county), async (client) => {
    const ran = await stepsRun(client, schema);
    return schema.steps.filter(({ name }) => !ran.has(name));
  });

const hasEveryStep = async (client: pg.Client, schema: ServiceSchema): Promise<boolean> => String((await stepsRun(client, schema)).size) === schemaVersion(schema);

/** Their names. */
async function stepsRun(client: pg.Client, schema: ServiceSchema): Promise<ReadonlySet<string>> {
  const table = `${schemaName(schema.service)}.mikro_orm_migrations`;
  const { rows } = await client.query<{ there: boolean }>('select to_regclass($1) is not null as there', [table]);
  if (!rows[0]?.there) return new Set();
  const { rows: ran } = await client.query<{ name: string }>(`select name from ${table}`);
  return new Set(ran.map(({ name }) => name));
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
    await client.query(comingPartitions);
  } finally {
    await client.end();
  }
}
