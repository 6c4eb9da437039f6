import { z } from 'zod';

const writtenFile = z.object({
  /** Below the export's directory, with `/`. */
  path: z.string(),
  bytes: z.int(),
  /** Hexadecimal, as `sha256sum` prints it. */
  sha256: z.string(),
  /** Lines of a table's file; left out for a description. */
  rows: z.int().optional(),
});

/** What every directory says that was taken out of a county. */
const takenOut = {
  /** RFC 3339, UTC: all files show the county as it was at this one moment. */
  takenAt: z.string(),
  /** The version of each service's schema, by service. */
  schemaVersions: z.record(z.string(), z.string()),
  /** Rows of all tables together. */
  rows: z.int(),
  /** What the law wants said of some of the files; each of their rows says it too. */
  notices: z.array(z.object({ notice: z.string(), files: z.array(z.string()) })).default([]),
  files: z.array(writtenFile),
};

/** What an export says of itself: `manifest.json`, written last. */
const exportManifest = z.object({
  ...takenOut,
  format: z.literal('family-connections-county-export/1'),
  county: z.object({ slug: z.string(), name: z.string(), kind: z.string(), fips: z.string().nullable(), timeZone: z.string(), settings: z.unknown() }),
  /** Protected values that nobody can open any more, because the person was erased: they are here as they lay there. */
  leftSealed: z.int(),
});
export type ExportManifest = z.infer<typeof exportManifest>;

/** What a disclosure to a court says of itself. */
const disclosureManifest = z.object({
  ...takenOut,
  format: z.literal('family-connections-disclosure/1'),
  county: z.object({ slug: z.string(), name: z.string(), timeZone: z.string() }),
  /** Whose records: a person's, or those of a family connection. */
  of: z.object({ kind: z.enum(['PERSON', 'CONNECTION']), id: z.string() }),
  /** The reference of the court's order. */
  order: z.string(),
  /** By what 42 CFR Part 2 allows the records that it protects to be among these; null where none are. */
  partTwo: z.union([z.object({ order: z.string() }), z.object({ consent: z.string() })]).nullable(),
  /** What was withheld, every kind there is: how many values or, of what is withheld whole, records. `count` is null where to tell it would tell what must not be told. */
  redactions: z.array(z.object({ kind: z.string(), what: z.string(), count: z.int().nullable() })),
});
export type DisclosureManifest = z.infer<typeof disclosureManifest>;

export const manifestSchema = z.discriminatedUnion('format', [exportManifest, disclosureManifest]);
export type Manifest = z.infer<typeof manifestSchema>;

/** One table of one service, as `<service>/<table>.schema.json` describes it. */
export interface TableDescription {
  readonly service: string;
  readonly schema: string;
  readonly table: string;
  readonly columns: readonly { readonly name: string; readonly type: string; readonly nullable: boolean }[];
  /** Primary key, foreign keys, uniqueness and checks, in PostgreSQL's words. */
  readonly constraints: readonly string[];
  readonly primaryKey: readonly string[];
  /** What each of its rows says beside its columns, in a column `notice` that is there in an export alone. */
  readonly notice?: string;
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

Some files hold what 42 CFR Part 2 protects: treatment for substance use, or belonging to a court for it. Each of their rows ends
with the notice that goes with every disclosure, and manifest.json lists them under notices. Do not hand such a row on without it:
42 CFR part 2 prohibits unauthorized use or disclosure of these records.

This record names children in foster care. Treat it as the law of the county's state demands.
`;
