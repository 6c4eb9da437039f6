import type { County } from '@fc/tenancy/registry';
import type pg from 'pg';
import type { Taker } from '../book/takings.ts';
import { findPresentCounty } from '../find-county.ts';
import type { Platform, Progress } from '../platform.ts';
import { asAdministrator } from '../steps/administrator.ts';
import { readme, type ExportManifest } from './manifest.ts';
import { OpenedRows } from './opened-rows.ts';
import { noticesOf, withNotice, writeTable } from './table-file.ts';
import { describeStateTables, describeTables, rowsOf } from './tables.ts';
import { takeOut, type TakenOut } from './take-out.ts';
import { WrittenFile } from './written-file.ts';

/**
 * Writes a county's whole record into a new directory below `to`, readable without us. All of it is read in one moment
 * while the county goes on working. Who took it, and why, is in the state's book and in the county's trail. Throws
 * `NAME_NEEDED`, `REASON_NEEDED`, and `EXPORT_FAILED` with the reason, such as a full disk.
 */
export async function exportCounty(platform: Platform, slug: string, { to, by, reason, progress = () => undefined }: Taker & { readonly to: string; readonly progress?: Progress }): Promise<TakenOut> {
  const county = await findPresentCounty(platform, slug);
  return takeOut(platform, county, { kind: 'EXPORT', to, by, reason }, (directory) => asAdministrator(platform, county.database.name, (client) => writeRecord(client, platform, county, directory, progress)));
}

async function writeRecord(client: pg.Client, platform: Platform, county: County, directory: string, progress: Progress): Promise<ExportManifest> {
  const { slug, name, kind, fips, timeZone, settings, schemaVersions } = county;
  // One snapshot over the schemas of all services: the county is one database.
  await client.query('begin isolation level repeatable read read only');
  const { rows: clock } = await client.query<{ now: Date }>('select now() as now');
  const files: ExportManifest['files'] = [await WrittenFile.of(directory, 'README.txt', readme(name))];
  const notices: ExportManifest['notices'] = [];
  let leftSealed = 0;
  for (const schema of platform.schemas) {
    const tables = (await describeTables(client, schema)).map((table) => withNotice(table, schema.notices[table.table]));
    const opened = await OpenedRows.of(client, platform, county, schema, tables);
    files.push(await WrittenFile.of(directory, `${schema.service}/schema.json`, `${JSON.stringify(tables, null, 2)}\n`));
    for (const table of tables) files.push(await writeTable(table, opened.all(table, rowsOf(client, table)), directory));
    notices.push(...noticesOf(tables));
    leftSealed += opened.leftSealed;
    progress(`${slug}: ${schema.service}, ${tables.length} tables`);
  }
  await client.query('commit');
  files.push(...(await asAdministrator(platform, platform.stateDatabase, (state) => writeStatePart(state, slug, directory))));
  return {
    format: 'family-connections-county-export/1',
    county: { slug, name, kind, fips, timeZone, settings },
    takenAt: (clock[0]?.now ?? new Date(0)).toISOString(),
    schemaVersions,
    rows: files.reduce((sum, { rows = 0 }) => sum + rows, 0),
    leftSealed,
    notices,
    files,
  };
}

/** Read after the county's own tables: an anchor says what the trail was, so one more of them does no harm. */
async function writeStatePart(client: pg.Client, slug: string, directory: string): Promise<ExportManifest['files']> {
  await client.query('begin isolation level repeatable read read only');
  const tables = await describeStateTables(client);
  const files: ExportManifest['files'] = [await WrittenFile.of(directory, 'state/schema.json', `${JSON.stringify(tables, null, 2)}\n`)];
  for (const table of tables) files.push(await writeTable(table, rowsOf(client, table, `county = ${client.escapeLiteral(slug)}`), directory));
  await client.query('commit');
  return files;
}
