import type { Manifest, TableDescription } from './manifest.ts';
import { WrittenFile } from './written-file.ts';

type File = Manifest['files'][number];

/** A table as it is exported: with its notice as one more column, where the law wants one beside each row. */
export const withNotice = (table: TableDescription, notice: string | undefined): TableDescription =>
  notice === undefined ? table : { ...table, notice, columns: [...table.columns, { name: 'notice', type: 'text', nullable: false }] };

/** Which of these tables say which notice, as a manifest lists it. */
export function noticesOf(tables: readonly TableDescription[]): Manifest['notices'] {
  const noticed = Map.groupBy(tables.filter(({ notice }) => notice !== undefined), ({ notice = '' }) => notice);
  return Array.from(noticed, ([notice, having]) => ({ notice, files: having.map(fileOf) }));
}

export const fileOf = ({ service, table }: Pick<TableDescription, 'service' | 'table'>): string => `${service}/${table}.jsonl`;

/** Writes a table's rows, JSON objects, each a line of its own that ends with the table's notice if it has one. */
export async function writeTable(table: TableDescription, rowsByThousands: AsyncIterable<readonly string[]> | Iterable<readonly string[]>, directory: string): Promise<File> {
  const file = await WrittenFile.begin(directory, fileOf(table));
  let rows = 0;
  try {
    for await (const lines of rowsByThousands) {
      rows += lines.length;
      await file.write(`${lines.map((line) => noticed(line, table.notice)).join('\n')}\n`);
    }
    return { ...(await file.end()), rows };
  } finally {
    await file.close();
  }
}

const noticed = (line: string, notice: string | undefined): string => (notice === undefined ? line : `${line.slice(0, -1)},"notice":${JSON.stringify(notice)}}`);
