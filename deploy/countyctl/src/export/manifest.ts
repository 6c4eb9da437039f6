import { z } from 'zod';

/** What an export says of itself: `manifest.json`, written last. */
export const manifestSchema = z.object({
  format: z.literal('family-connections-county-export/1'),
  county: z.object({ slug: z.string(), name: z.string(), kind: z.string(), fips: z.string().nullable(), timeZone: z.string(), settings: z.unknown() }),
  /** RFC 3339, UTC: all files show the county as it was at this one moment. */
  takenAt: z.string(),
  /** The version of each service's schema, by service. */
  schemaVersions: z.record(z.string(), z.string()),
  /** Rows of all tables together. */
  rows: z.int(),
  /** Protected values that nobody can open any more, because the person was erased: they are here as they lay there. */
  leftSealed: z.int(),
  files: z.array(
    z.object({
      /** Below the export's directory, with `/`. */
      path: z.string(),
      bytes: z.int(),
      /** Hexadecimal, as `sha256sum` prints it. */
      sha256: z.string(),
      /** Lines of a table's file; left out for a description. */
      rows: z.int().optional(),
    }),
  ),
});
export type ExportManifest = z.infer<typeof manifestSchema>;

/** One table of one service, as `<service>/<table>.schema.json` describes it. */
export interface TableDescription {
  readonly service: string;
  readonly schema: string;
  readonly table: string;
  readonly columns: readonly { readonly name: string; readonly type: string; readonly nullable: boolean }[];
  /** Primary key, foreign keys, uniqueness and checks, in PostgreSQL's words. */
  readonly constraints: readonly string[];
  readonly primaryKey: readonly string[];
}

/** For whoever opens the directory in ten years and has never heard of us. */
export const readme = (name: string): string => `The record of ${name}, as the Family Connections platform held it.

manifest.json             what is here: each file with its size, its SHA-256 and, for a table, its number of rows
<service>/<table>.jsonl   one row of the table a line, as a JSON object by column name; UTF-8
<service>/schema.json     the service's tables: columns with their PostgreSQL types, keys and rules

Everything was read in one moment: a row that refers to another finds it. Times are RFC 3339, dates ISO 8601, ids UUIDs.
Protected values are here opened; one that begins with s1. was of a person who was erased, and nobody can open it. Binary values are hexadecimal behind \\x. Services: identity (people, families, placements, consents), matching, meetings,
family-time, support, outcomes. In each, event_log holds what the service told the others, in order, and audit_entry who did,
read or was refused what; the anchors of that trail are in state, with the certificates of whom the county has erased. Check it with: sha256sum <file>, wc -l <file>.jsonl; or countyctl verify-export <directory>.

This record names children in foster care. Treat it as the law of the county's state demands.
`;
