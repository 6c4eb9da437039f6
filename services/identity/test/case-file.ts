import type { Actor } from '@fc/testing';
import { change } from './asking.ts';

/** A row of a file by the names of its columns. */
export type FileRow = Readonly<Record<string, string>>;

const quoted = (cell: string): string => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

/** A CSV file with every column that one of its rows fills. */
export function csvOf(rows: readonly FileRow[]): string {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  return [columns, ...rows.map((row) => columns.map((column) => quoted(row[column] ?? '')))].map((cells) => `${cells.join(',')}\n`).join('');
}

/** The days before today, as a file writes them. */
export const daysAgo = (days: number): string => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);

/** A family as another system tells of it: a mother, foster parents, a child in care with them. `tag` tells families apart. */
export const familyFile = (tag: string): FileRow[] => [
  { record_type: 'PERSON', external_id: `mother-${tag}`, given_name: 'Noor', family_name: `Example ${tag}`, languages: 'ar;en', roles: 'PARENT' },
  { record_type: 'PERSON', external_id: `foster-${tag}`, given_name: 'Dana', family_name: 'Example' },
  { record_type: 'HOUSEHOLD', external_id: `home-${tag}`, household_kind: 'FOSTER_PARENT', licensed: 'true', caregiver_ids: `foster-${tag}` },
  { record_type: 'CHILD', external_id: `child-${tag}`, given_name: 'Ayan', family_name: 'Example', birth_date: '2020-02-29', parent_ids: `mother-${tag}` },
  { record_type: 'EPISODE', external_id: `episode-${tag}`, child_id: `child-${tag}`, removal_date: daysAgo(40) },
  { record_type: 'PLACEMENT', external_id: `shelter-${tag}`, child_id: `child-${tag}`, placement_type: 'EMERGENCY_SHELTER', begin_date: daysAgo(40), end_date: daysAgo(38) },
  { record_type: 'PLACEMENT', external_id: `stay-${tag}`, child_id: `child-${tag}`, placement_type: 'FOSTER_FAMILY_HOME', household_id: `home-${tag}`, begin_date: daysAgo(38) },
];

export interface ReportLine {
  readonly row: number;
  readonly kind: string | null;
  readonly externalId: string | null;
  readonly outcome: string | null;
  readonly code: string | null;
  readonly message: string | null;
  readonly recordId: string | null;
}

export interface Report {
  readonly id: string;
  readonly status: string;
  readonly counts: { readonly created: number; readonly updated: number; readonly unchanged: number; readonly refused: number; readonly waiting: number };
  readonly lines: { readonly nodes: readonly ReportLine[]; readonly csv: string };
}

const report = '{ id status counts { created updated unchanged refused waiting } lines(first: 100) { nodes { row kind externalId outcome code message recordId } csv } }';

/** Imports a small file, and goes on until all of its rows have had their turn. */
export async function importFile(by: Actor, text: string, file: object = {}): Promise<Report> {
  let imported = await by.do<Report>(change('importCaseData', report), { sourceSystem: 'Statewide', format: 'CSV', dryRun: false, text, ...file });
  while (imported.status !== 'DONE') imported = (await by.get<{ continueCaseImport: Report }>(change('continueCaseImport', report), { input: { importId: imported.id } })).continueCaseImport;
  return imported;
}

/** What became of each row, by its external id. */
export const outcomes = ({ lines }: Report): Record<string, string | null> => Object.fromEntries(lines.nodes.map(({ externalId, outcome, code }) => [externalId, outcome === 'REFUSED' ? code : outcome]));
