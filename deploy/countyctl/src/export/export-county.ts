import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { DomainError } from '@fc/domain-kernel';
import type { County } from '@fc/tenancy/registry';
import type pg from 'pg';
import { findPresentCounty } from '../find-county.ts';
import type { Platform, Progress } from '../platform.ts';
import { asAdministrator } from '../steps/administrator.ts';
import { readme, type ExportManifest, type TableDescription } from './manifest.ts';
import { OpenedRows } from './opened-rows.ts';
import { describeStateTables, describeTables, rowsOf } from './tables.ts';
import { WrittenFile } from './written-file.ts';

export interface CountyExport {
  readonly directory: string;
  /** SHA-256 of `manifest.json`, which holds the sums of all other files: it stands for the whole export. */
  readonly sha256: string;
  readonly rows: number;
  readonly files: number;
}

/**
 * Writes a county's whole record into a new directory below `to`, readable without us. All of it is read in one moment
 * while the county goes on working. The directory gets its name when it is whole: half an export is never taken for one.
 * Throws `EXPORT_FAILED` with the reason, such as a full disk.
 */
export async function exportCounty(platform: Platform, slug: string, to: string, progress: Progress = () => undefined): Promise<CountyExport> {
  const county = await findPresentCounty(platform, slug);
  const directory = join(to, `${slug}-${new Date().toISOString().replaceAll(/[:.]/g, '-')}`);
  const draft = `${directory}.part`;
  try {
    await mkdir(draft, { recursive: true, mode: 0o700 });
    const manifest = await asAdministrator(platform, county.database.name, (client) => writeRecord(client, platform, county, draft, progress));
    await WrittenFile.of(draft, 'manifest.json', `${JSON.stringify(manifest, null, 2)}\n`);
    await rename(draft, directory);
    return { directory, sha256: await sumOf(join(directory, 'manifest.json')), rows: manifest.rows, files: manifest.files.length };
  } catch (cause) {
    await rm(draft, { recursive: true, force: true }).catch(() => undefined); // what is wrong with the place is said by the cause
    throw new DomainError('EXPORT_FAILED', `${county.name} was not exported: ${cause instanceof Error ? cause.message : String(cause)}. Nothing is left of the attempt.`, { cause });
  }
}

export const sumOf = async (file: string): Promise<string> => createHash('sha256').update(await readFile(file)).digest('hex');

async function writeRecord(client: pg.Client, platform: Platform, county: County, directory: string, progress: Progress): Promise<ExportManifest> {
  const { slug, name, kind, fips, timeZone, settings, schemaVersions } = county;
  // One snapshot over the schemas of all services: the county is one database.
  await client.query('begin isolation level repeatable read read only');
  const { rows: clock } = await client.query<{ now: Date }>('select now() as now');
  const files: ExportManifest['files'] = [await WrittenFile.of(directory, 'README.txt', readme(name))];
  let leftSealed = 0;
  for (const schema of platform.schemas) {
    const tables = await describeTables(client, schema);
    const opened = await OpenedRows.of(client, platform, county, schema, tables);
    files.push(await WrittenFile.of(directory, `${schema.service}/schema.json`, `${JSON.stringify(tables, null, 2)}\n`));
    for (const table of tables) files.push(await writeTable(table, opened.all(table, rowsOf(client, table)), directory));
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
    files,
  };
}

/** Read after the county's own tables: an anchor says what the trail was, so one more of them does no harm. */
async function writeStatePart(client: pg.Client, slug: string, directory: string): Promise<ExportManifest['files']> {
  await client.query('begin isolation level repeatable read read only');
  const tables = await describeStateTables(client);
  const files: ExportManifest['files'] = [await WrittenFile.of(directory, 'state/schema.json', `${JSON.stringify(tables, null, 2)}\n`)];
  for (const table of tables) files.push(await writeTable(table, rowsOf(client, table, slug), directory));
  await client.query('commit');
  return files;
}

async function writeTable(table: TableDescription, rowsByThousands: AsyncIterable<readonly string[]>, directory: string): Promise<ExportManifest['files'][number]> {
  const file = await WrittenFile.begin(directory, `${table.service}/${table.table}.jsonl`);
  let rows = 0;
  try {
    for await (const lines of rowsByThousands) {
      rows += lines.length;
      await file.write(`${lines.join('\n')}\n`);
    }
    return { ...(await file.end()), rows };
  } finally {
    await file.close();
  }
}
