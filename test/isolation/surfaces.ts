import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { streamName } from '@fc/messaging/subjects';
import type { TestCounty } from '@fc/testing';
import { jetstreamManager } from '@nats-io/jetstream';
import { isErased } from './erased-columns.ts';
import { wordsThatStay } from './tells-nothing.ts';

/** Somewhere that something of people could come to stand, with what stands there. */
export interface Surface {
  readonly place: string;
  /** What has no business to hold a word that anybody typed. */
  readonly text: string;
  /** Where people's words belong, and nothing else. */
  readonly words?: string;
}

type Rows = <Row extends object>(sql: string, parameters?: readonly unknown[]) => Promise<Row[]>;

/** Whether people's words belong into `<schema>.<table>.<column>`: an erasure destroys them, or it is said why they stay. */
const holdsWords = (column: string): boolean => isErased(column) || wordsThatStay.some((pattern) => pattern.test(column));

/** Every table of every schema of a database: nobody has to think of a new one. */
export async function tablesOf(rows: Rows): Promise<Surface[]> {
  const tables = await rows<{ name: string; columns: string[] }>(
    `select table_schema || '.' || table_name as name, array_agg(column_name::text) as columns from information_schema.columns join information_schema.tables using (table_schema, table_name)
      where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema') group by 1 order by 1`,
  );
  return Promise.all(
    tables.map(async ({ name, columns }): Promise<Surface> => {
      const wordy = columns.filter((column) => holdsWords(`${name}.${column}`));
      const found = await rows<{ text: string; words: string }>(
        `select (json - $1::text[])::text as text, (select coalesce(jsonb_object_agg(key, value), '{}') from jsonb_each(json) where key = any ($1::text[]))::text as words from (select to_jsonb(this_row) as json from ${name} this_row) as rows`,
        [wordy],
      );
      return { place: name, text: found.map((row) => row.text).join('\n'), words: found.map((row) => row.words).join('\n') };
    }),
  );
}

/** Everything that the county's stream holds, by its subject, and the names of the stream and of those who listen. */
export async function streamOf(county: TestCounty): Promise<Surface[]> {
  const manager = await jetstreamManager(await county.nats());
  const stream = streamName(county.county.slug);
  const { config, state } = await manager.streams.info(stream);
  const consumers = (await manager.consumers.list(stream).next()).map((consumer) => consumer.config);
  const surfaces: Surface[] = [{ place: 'the stream and its consumers', text: JSON.stringify([config, consumers]) }];
  for (let seq = state.first_seq; seq <= state.last_seq; seq += 1) {
    const message = await manager.streams.getMessage(stream, { seq });
    if (message) surfaces.push({ place: `event ${message.subject}`, text: `${message.subject} ${message.header?.toString() ?? ''} ${message.string()}` });
  }
  return surfaces;
}

/** The names of all files below a directory, and what stands in them; `holdWords` says of a path whether people's words belong there. */
export async function filesOf(directory: string, holdWords: (path: string) => boolean): Promise<Surface[]> {
  const files = (await readdir(directory, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
  return Promise.all(
    files.map(async (file): Promise<Surface> => {
      const path = join(file.parentPath, file.name);
      const name = relative(directory, path);
      const content = await readFile(path, 'utf8');
      return holdWords(name) ? { place: name, text: name, words: content } : { place: name, text: `${name}\n${content}` };
    }),
  );
}
