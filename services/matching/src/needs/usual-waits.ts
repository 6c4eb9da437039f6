import type { Temporal } from '@fc/domain-kernel';
import type { Reader } from '@fc/tenancy';
import type { MentorRole } from './mentor-need.entity.ts';

/** So long back a wait says something of the next one, in days. */
export const lately = 365;

/** Of fewer people a family is told nothing: what it could expect would tell of others. */
export const fewestToTell = 11;

/** How long people have waited lately for a mentor of that role. */
export interface UsualWait {
  /** The middle one of them, in whole days from when they began to wait. */
  readonly days: number;
  readonly people: number;
}

/** For each role; nothing for a role in which nobody came together with a mentor lately. */
export async function usualWaits(reader: Reader, now: Temporal.Instant): Promise<ReadonlyMap<`${MentorRole}`, UsualWait>> {
  const rows = await reader.sql<UsualWait & { mentor_role: `${MentorRole}` }>(
    `select mentor_role, count(*)::int as people, round(percentile_cont(0.5) within group (order by extract(epoch from met_at - since) / 86400))::int as days
       from mentor_need where met_at > ?::timestamptz group by mentor_role`,
    [now.subtract({ hours: 24 * lately }).toString()],
  );
  return new Map(rows.map(({ mentor_role: role, people, days }) => [role, { people, days: Math.max(0, days) }]));
}

/** In days, what a family may know of it; null where too few came together with a mentor to say. */
export const waitToTell = (wait: UsualWait | undefined): number | null => (wait && wait.people >= fewestToTell ? wait.days : null);
