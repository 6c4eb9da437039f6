import { Role } from '@fc/auth';
import { DomainError, isId, Temporal, type ClockStart, type Id } from '@fc/domain-kernel';
import { z } from 'zod';
import { CaseRole } from '../case-assignments/case-role.ts';
import { CaregiverKind } from '../families/caregiver-household.entity.ts';
import { ExitReason } from '../placements/foster-care-episode.entity.ts';
import { PlacementType } from '../placements/placement-type.ts';

/** The kinds of record that a file can carry, in the order in which they can refer to each other. */
export enum ImportedKind {
  PERSON = 'PERSON',
  HOUSEHOLD = 'HOUSEHOLD',
  CHILD = 'CHILD',
  EPISODE = 'EPISODE',
  PLACEMENT = 'PLACEMENT',
  CASE_ASSIGNMENT = 'CASE_ASSIGNMENT',
}
export const importedKinds: readonly `${ImportedKind}`[] = Object.values(ImportedKind);

/** One row as it was sent: its filled cells by column. */
export type Cells = Readonly<Record<string, string>>;

const externalId = z.string().max(100, 'At most 100 characters.');
const name = z.string();
/** Several in one cell, with semicolons between them. */
const list = <Item extends string>(item: z.ZodType<Item>) =>
  z.string().transform((cell, context): Item[] => {
    const read = z.array(item).safeParse(cell.split(';').map((each) => each.trim()).filter(Boolean));
    if (read.success) return read.data;
    context.addIssue('One of these is not known. Write several with semicolons between them.');
    return z.NEVER;
  });
const day = z.string().transform((cell, context): Temporal.PlainDate => {
  try {
    return Temporal.PlainDate.from(cell, { overflow: 'reject' });
  } catch {
    context.addIssue('Write a day like 2026-03-01.');
    return z.NEVER;
  }
});
const personId = z.string().refine(isId, 'This is not an id of this system.').transform((cell) => cell as Id<'Person'>);

/** What a row of each kind can say, by the name of its column. `zone` is the county's: a day is that day there. */
const shapes = (zone: string) => {
  /** A day, of which only the date is known, or a point in time. */
  const when = z.string().transform((cell, context): ClockStart => {
    try {
      if (/^\d{4}-\d{2}-\d{2}$/.test(cell)) return { at: Temporal.PlainDate.from(cell, { overflow: 'reject' }).toZonedDateTime(zone).toInstant(), precision: 'DATE' };
      return { at: Temporal.Instant.from(cell), precision: 'MINUTE' };
    } catch {
      context.addIssue('Write a day like 2026-03-01, or a point in time like 2026-03-01T17:30:00Z.');
      return z.NEVER;
    }
  });
  return {
    PERSON: { person_id: personId.optional(), given_name: name.optional(), family_name: name.optional(), languages: list(z.string()).optional(), roles: list(z.enum(Role)).optional() },
    HOUSEHOLD: { household_kind: z.enum(CaregiverKind), licensed: z.enum(['true', 'false']).transform((cell) => cell === 'true'), caregiver_ids: list(externalId) },
    CHILD: { given_name: name, family_name: name, birth_date: day, parent_ids: list(externalId).optional(), sibling_ids: list(externalId).optional() },
    EPISODE: { child_id: externalId, removal_date: when, exit_date: when.optional(), exit_reason: z.enum(ExitReason).optional() },
    PLACEMENT: { child_id: externalId, placement_type: z.enum(PlacementType), household_id: externalId.optional(), begin_date: when, end_date: when.optional() },
    CASE_ASSIGNMENT: { child_id: externalId, worker_id: externalId, case_role: z.enum(CaseRole), begin_date: when.optional(), end_date: when.optional() },
  };
};

const recordSchema = (zone: string) => {
  const shape = shapes(zone);
  const of = <Kind extends keyof typeof shape>(kind: Kind) => z.strictObject({ record_type: z.literal(kind), external_id: externalId, ...shape[kind] });
  return z.discriminatedUnion('record_type', [of('PERSON'), of('HOUSEHOLD'), of('CHILD'), of('EPISODE'), of('PLACEMENT'), of('CASE_ASSIGNMENT')]);
};
export type CaseRecord = z.infer<ReturnType<typeof recordSchema>>;
export type RecordOf<Kind extends `${ImportedKind}`> = Extract<CaseRecord, { record_type: Kind }>;

/** Every column that a file may have. */
export const knownColumns: readonly string[] = [...new Set(['record_type', 'external_id', ...Object.values(shapes('UTC')).flatMap((shape) => Object.keys(shape))])];

/** What those cells say. Throws `IDENTITY.IMPORT_CELL`, which names the column and never repeats the cell. */
export function readRecord(cells: Cells, zone: string): CaseRecord {
  const read = recordSchema(zone).safeParse(cells);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  throw new DomainError('IDENTITY.IMPORT_CELL', issue ? inWords(issue, cells) : 'This row cannot be read.');
}

function inWords(issue: z.core.$ZodIssue, cells: Cells): string {
  const column = String(issue.path[0] ?? 'record_type');
  if (issue.code === 'unrecognized_keys') return `${issue.keys.slice(0, 5).join(', ')}: a row of this kind has no such column.`;
  if (!(column in cells)) return `${column}: this cannot be empty.`;
  if (issue.code === 'invalid_value') return `${column}: write one of ${issue.values.map(String).join(', ')}.`;
  if (issue.code === 'invalid_union') return `${column}: write one of ${importedKinds.join(', ')}.`;
  return `${column}: ${issue.message}`;
}

/** The kind that a row says it is; null where it says none. */
export const kindOf = ({ record_type: kind }: Cells): `${ImportedKind}` | null => importedKinds.find((known) => known === kind) ?? null;

/** The child whose case a row belongs to, by the source system's id. */
export const caseOf = (cells: Cells): string | null => (kindOf(cells) === 'CHILD' ? cells['external_id'] : cells['child_id']) ?? null;

/** When what a row tells of began, in milliseconds since 1970: rows of one kind are taken in that order. */
export function beganAt(cells: Cells, zone: string): number {
  const cell = cells['removal_date'] ?? cells['begin_date'];
  const read = cell === undefined ? undefined : shapes(zone).EPISODE.removal_date.safeParse(cell);
  return read?.success ? read.data.at.epochMilliseconds : 0;
}
