// npm run new-step -- <service> <name>: writes the schema step that brings the service's database to what its entities say.
// Add to it by hand what entities cannot say: partial indexes, checks over columns, views, data.
import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { contractionsIn, migrateSchema, schemaDrift, schemaName, type ServiceSchema } from '@fc/tenancy';
import pg from 'pg';
import { startPostgres } from './postgres.ts';

const [service, name] = process.argv.slice(2);
if (!service || !name) throw new Error('Say which service and what the step is about: npm run new-step -- matching waitlist');

const module = (await import(`@fc/${service}/schema`)) as Record<string, unknown>;
const schema = Object.values(module).find((value): value is ServiceSchema => typeof value === 'object' && value !== null && 'steps' in value);
if (!schema) throw new Error(`@fc/${service}/schema exports no schema.`);

const postgres = await startPostgres();
try {
  const connection = { host: postgres.host, port: postgres.port, database: 'postgres', ...postgres.admin };
  const client = new pg.Client(connection);
  await client.connect();
  await client.query(`create schema ${schemaName(service)}; alter role ${client.escapeIdentifier(connection.user)} set search_path to ${schemaName(service)}`);
  await client.end();
  await migrateSchema(schema, connection);
  const sql = await schemaDrift(schema, connection);
  const statements = sql
    .split(/;\s*\n?/)
    .map((statement) => statement.trim().replaceAll(`"${schemaName(service)}".`, ''))
    .filter(Boolean);
  if (statements.length === 0) {
    console.log(`${service}: the entities say what the database has already.`);
  } else {
    const directory = join(import.meta.dirname, '../../../services', service, 'src/migrations');
    const numbers = (await readdir(directory)).map((file) => Number.parseInt(file, 10)).filter((number) => !Number.isNaN(number));
    const file = `${String(Math.max(0, ...numbers) + 1).padStart(4, '0')}-${name}`;
    const constant = name.replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
    const lines = statements.map((statement) => `  \`${statement.replaceAll('`', '\\`')}\`,`).join('\n');
    const make = contractionsIn(statements).length > 0 ? 'contractingStep' : 'schemaStep';
    await writeFile(join(directory, `${file}.ts`), `import { ${make} } from '@fc/tenancy';\n\nexport const ${constant} = ${make}(\n  '${file}',\n${lines}\n);\n`, { flag: 'wx' });
    console.log(`services/${service}/src/migrations/${file}.ts: read it, then list it in migrations/index.ts.`);
  }
} finally {
  await postgres.stop();
}
