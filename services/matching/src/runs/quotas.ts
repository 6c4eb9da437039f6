import { Temporal } from '@fc/domain-kernel';
import type { Reader } from '@fc/tenancy';
import type { MatchingProblem, Mentor, MentorQuota, Proposal } from '../engine/matching-problem.ts';
import type { MentorRole } from '../needs/mentor-need.entity.ts';
import { countyDay } from '../profiles/county-day.ts';
import { mentorLoads } from '../profiles/mentor-load.ts';
import { MentorProfile } from '../profiles/mentor-profile.entity.ts';
import { standingsOf } from '../profiles/standing.ts';

/** A quota of the county, and how many of its matches and proposals there are when a run has proposed. */
export interface QuotaUse {
  readonly mentorRole: `${MentorRole}`;
  /** Of all in the role, where it is null. */
  readonly trainedWithinDays: number | null;
  readonly most: number;
  readonly taken: number;
  readonly reached: boolean;
}

/** How many more matches each quota of the county leaves its mentors as they stand, in the order of the settings. */
export async function quotasNow(reader: Reader, now: Temporal.Instant): Promise<MentorQuota[]> {
  if (reader.context.county.settings.matchingQuotas.limits.length === 0) return [];
  const profiles = await reader.rows(MentorProfile, {});
  const loads = await mentorLoads(reader, profiles);
  const mentors = profiles.map(({ id, mentorRole }, at) => ({ id, mentorRole, load: (loads[at]?.matches ?? 0) + (loads[at]?.proposals ?? 0) }));
  return quotasOf(reader, mentors, now);
}

/** The same, for mentors with loads that are known already. */
export async function quotasOf(reader: Reader, mentors: readonly Pick<Mentor, 'id' | 'mentorRole' | 'load'>[], now: Temporal.Instant): Promise<MentorQuota[]> {
  const { limits } = reader.context.county.settings.matchingQuotas;
  if (limits.length === 0) return [];
  const profiles = await reader.rows(MentorProfile, {});
  const standings = await standingsOf(reader, profiles, now);
  const trainedOn = new Map(profiles.map(({ id }, at) => [id as string, standings[at]?.trainedOn ?? null]));
  const today = countyDay(reader, now);
  const isNew = (id: string, days: number): boolean => {
    const day = trainedOn.get(id);
    return !day || Temporal.PlainDate.compare(day, today.subtract({ days })) > 0;
  };
  return limits.map(({ mentorRole, trainedWithinDays, most }) => {
    const group = mentors.filter((mentor) => mentor.mentorRole === mentorRole && (trainedWithinDays === null || isNew(mentor.id, trainedWithinDays)));
    return { mentorIds: group.map(({ id }) => id), most: Math.max(0, most - group.reduce((sum, { load }) => sum + load, 0)) };
  });
}

/** How the quotas stand once these are proposed. */
export function quotaUses({ context }: Reader, { mentors, quotas = [] }: MatchingProblem, proposals: readonly Proposal[]): QuotaUse[] {
  const loadOf = new Map(mentors.map(({ id, load }) => [id, load]));
  return context.county.settings.matchingQuotas.limits.map(({ mentorRole, trainedWithinDays, most }, at) => {
    const group = new Set(quotas[at]?.mentorIds);
    const proposed = proposals.filter(({ mentorId }) => group.has(mentorId)).length;
    const taken = [...group].reduce((sum, id) => sum + (loadOf.get(id) ?? 0), proposed);
    return { mentorRole, trainedWithinDays, most, taken, reached: taken >= most };
  });
}
