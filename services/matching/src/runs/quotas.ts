import { Temporal } from '@fc/domain-kernel';
import type { Reader } from '@fc/tenancy';
import type { MatchingProblem, Mentor, MentorQuota, Proposal } from '../engine/matching-problem.ts';
import type { MentorRole } from '../needs/mentor-need.entity.ts';
import { countyDay } from '../profiles/county-day.ts';
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

/** How many more matches each quota of the county leaves its mentors, in the order of the settings. */
export async function quotasOf(reader: Reader, mentors: readonly Mentor[], now: Temporal.Instant): Promise<MentorQuota[]> {
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
