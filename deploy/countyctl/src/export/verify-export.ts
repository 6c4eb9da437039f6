import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { DomainError } from '@fc/domain-kernel';
import { manifestSchema, type Manifest, type TableDescription } from './manifest.ts';
import { fileOf } from './table-file.ts';
import { sumOf, type TakenOut } from './take-out.ts';

/**
 * Reads an export, or a disclosure, whole and holds it against its manifest: every file there, none besides, each with its sum and its number
 * of rows, every line a row of its table. It needs neither the platform nor a database. Throws `EXPORT_DAMAGED` with everything
 * that is wrong.
 */
export async function verifyExport(directory: string): Promise<TakenOut> {
  const manifest = await readManifest(directory);
  const wrong: string[] = [];
  const listed = new Map(manifest.files.map((file) => [file.path, file]));
  for (const path of await filesBelow(directory)) if (path !== 'manifest.json' && !listed.has(path)) wrong.push(`${path} is not in the manifest`);
  const columns = await columnsOf(directory, manifest);
  for (const file of manifest.files) wrong.push(...(await wrongWith(directory, file, columns)));
  const counted = manifest.files.reduce((sum, { rows = 0 }) => sum + rows, 0);
  if (counted !== manifest.rows) wrong.push(`the manifest counts ${manifest.rows} rows, its files ${counted}`);
  if (wrong.length > 0) throw new DomainError('EXPORT_DAMAGED', `The export in ${directory} is not whole: ${wrong.slice(0, 20).join('; ')}.`);
  return { directory, sha256: await sumOf(join(directory, 'manifest.json')), rows: manifest.rows, files: manifest.files.length };
}

export async function readManifest(directory: string): Promise<Manifest> {
  try {
    return manifestSchema.parse(JSON.parse(await readFile(join(directory, 'manifest.json'), 'utf8')));
  } catch (cause) {
    throw new DomainError('EXPORT_DAMAGED', `${directory} holds no manifest of an export that can be read.`, { cause });
  }
}

/** The columns of each table's file, by the file's path. */
async function columnsOf(directory: string, { files }: Manifest): Promise<Map<string, string[]>> {
  const columns = new Map<string, string[]>();
  for (const { path } of files.filter((file) => file.path.endsWith('/schema.json'))) {
    const tables = await readFile(join(directory, path), 'utf8').then((text) => JSON.parse(text) as TableDescription[], () => []);
    for (const table of tables) columns.set(fileOf(table), table.columns.map(({ name }) => name));
  }
  return columns;
}

async function wrongWith(directory: string, { path, bytes, sha256, rows }: Manifest['files'][number], columns: ReadonlyMap<string, readonly string[]>): Promise<string[]> {
  const hash = createHash('sha256');
  const decoder = new TextDecoder();
  let [read, lines, bad, rest] = [0, 0, 0, ''];
  const expected = columns.get(path);
  try {
    for await (const chunk of createReadStream(join(directory, path)) as AsyncIterable<Buffer>) {
      hash.update(chunk);
      read += chunk.length;
      // By the line feed alone: other line ends may stand inside a text.
      const whole = (rest + decoder.decode(chunk, { stream: true })).split('\n');
      rest = whole.pop() ?? '';
      lines += whole.length;
      if (rows !== undefined) bad += whole.filter((line) => !isRow(line, expected)).length;
    }
  } catch {
    return [`${path} cannot be read`];
  }
  if (rest !== '') bad += 1;
  return [
    ...(read !== bytes || hash.digest('hex') !== sha256 ? [`${path} is not what was written`] : []),
    ...(rows !== undefined && lines !== rows ? [`${path} has ${lines} rows and not ${rows}`] : []),
    ...(bad > 0 ? [`${path} has ${bad} lines that are no row of its table`] : []),
  ];
}

function isRow(line: string, columns: readonly string[] | undefined): boolean {
  try {
    const row: unknown = JSON.parse(line);
    return typeof row === 'object' && row !== null && Object.keys(row).join() === columns?.join();
  } catch {
    return false;
  }
}

const filesBelow = async (directory: string): Promise<string[]> =>
  (await readdir(directory, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile()).map((entry) => relative(directory, join(entry.parentPath, entry.name)).split(sep).join('/'));
