import { createHash, randomBytes } from 'node:crypto';
import { migrateSchema, schemaName } from '@fc/tenancy';
import type pg from 'pg';
import type { Platform } from '../platform.ts';
import { asAdministrator, hasDatabase } from './administrator.ts';
import { admit } from './admit.ts';

/** Owns a service's objects in every template, and in a copy until the county's own role takes them over. Nobody signs in as it. */
export const templateOwner = (service: string): string => `county_template_${schemaName(service)}`;

/** Makes the county's database unless it is there: a copy of the template, in which each service has its tables and nobody has said anything yet. */
export const copyTemplate = (platform: Platform, name: string): Promise<void> =>
  asAdministrator(platform, 'postgres', async (client) => {
    if (await hasDatabase(client, name)) return;
    // Held until the connection ends. A template is made once, and not taken away while it is copied.
    await client.query(`select pg_advisory_lock(hashtext('county template'))`);
    const template = await ensureTemplate(platform, client);
    if (!(await hasDatabase(client, name))) await client.query(`create database ${client.escapeIdentifier(name)} template ${client.escapeIdentifier(template)}`);
  });

/** The template of what the services' code is written for, to the word: a step that is still being written makes another. It has its name once it is whole; those of other versions go. */
async function ensureTemplate(platform: Platform, client: pg.Client): Promise<string> {
  const services = shortHash(platform.schemas.map(({ service }) => service));
  const version = shortHash(platform.schemas.map(({ service, steps }) => [service, steps.map(({ name, statements }) => [name, statements])]));
  const template = `county_template_${services}_${version}`;
  if (await hasDatabase(client, template)) return template;
  const { rows: others } = await client.query<{ datname: string }>('select datname from pg_database where starts_with(datname, $1)', [`county_template_${services}_`]);
  for (const { datname } of others) {
    const old = client.escapeIdentifier(datname);
    await client.query(`alter database ${old} is_template false`);
    await client.query(`drop database ${old}`);
  }
  const unfinished = `${template}_new`;
  await client.query(`create database ${client.escapeIdentifier(unfinished)}`);
  await client.query(`revoke all on database ${client.escapeIdentifier(unfinished)} from public`);
  for (const schema of platform.schemas) {
    const owner = { database: unfinished, user: templateOwner(schema.service), password: randomBytes(24).toString('base64url') };
    await asAdministrator(platform, unfinished, (inside) => admit(inside, owner, schema.service));
    await migrateSchema(schema, { host: platform.postgres.host, port: platform.postgres.port, ...owner });
    await client.query(`alter role ${client.escapeIdentifier(owner.user)} nologin password null`);
  }
  await client.query(`alter database ${client.escapeIdentifier(unfinished)} with allow_connections false is_template true`);
  await client.query(`alter database ${client.escapeIdentifier(unfinished)} rename to ${client.escapeIdentifier(template)}`);
  return template;
}

const shortHash = (what: unknown): string => createHash('sha256').update(JSON.stringify(what)).digest('hex').slice(0, 12);
