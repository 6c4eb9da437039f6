import { Temporal, type Id } from '@fc/domain-kernel';
import type { Reader } from '@fc/tenancy';
import type { CountySettings, retainedRecords } from '@fc/tenancy/registry';

export type RetentionRule = CountySettings['retention'][number];

/** For kinds of record, from where their time can be counted: each a query of `id`, `subject_id` (the person whose record it is) and `started`. */
export type RetainedKinds = { readonly [Kind in keyof typeof retainedRecords]?: { readonly [Start in (typeof retainedRecords)[Kind][number]]: string } };

export interface DueRecord {
  readonly recordId: string;
  readonly subjectId: Id<'Person'>;
  readonly dueSince: Temporal.Instant;
}

/** How many are named; the rest is counted. */
const most = 100;

/** What a rule says has been kept long enough, of the records of `query`: how many, and those that have been due longest. */
export async function dueRecords(reader: Reader, query: string, { keepForMonths }: RetentionRule, now: Temporal.Instant): Promise<{ total: number; records: DueRecord[] }> {
  const { timeZone } = reader.context.county;
  const before = now.toZonedDateTimeISO(timeZone).subtract({ months: keepForMonths }).toInstant().toString();
  const rows = await reader.sql<{ id: string; subject_id: Id<'Person'>; started: string; total: string }>(
    `select id, subject_id, to_char(started at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as started, count(*) over () as total
       from (${query}) record where started <= ?::timestamptz order by record.started, id limit ${most}`,
    [before],
  );
  const records = rows.map(({ id: recordId, subject_id: subjectId, started }) => ({ recordId, subjectId, dueSince: Temporal.Instant.from(started).toZonedDateTimeISO(timeZone).add({ months: keepForMonths }).toInstant() }));
  return { total: Number(rows[0]?.total ?? 0), records };
}
