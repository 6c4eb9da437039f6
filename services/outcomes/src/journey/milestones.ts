import { Temporal } from '@fc/domain-kernel';
import type { FactKind, factKinds } from '../facts/outcome-fact.entity.ts';

/** What the program is for (R77). */
export enum ProgramGoal {
  EASIER_TRANSITION = 'EASIER_TRANSITION',
  REUNIFICATION = 'REUNIFICATION',
  WELLBEING = 'WELLBEING',
  STRONGER_RELATIONSHIPS = 'STRONGER_RELATIONSHIPS',
  ENGAGEMENT = 'ENGAGEMENT',
}

export enum MilestoneKey {
  PARENT_ALLY_ACCEPTED = 'PARENT_ALLY_ACCEPTED',
  CAREGIVER_MENTOR_ACCEPTED = 'CAREGIVER_MENTOR_ACCEPTED',
  COMFORT_CALL = 'COMFORT_CALL',
  PARENT_PREPARED = 'PARENT_PREPARED',
  CAREGIVER_PREPARED = 'CAREGIVER_PREPARED',
  FAMILIES_MET = 'FAMILIES_MET',
  PLAN_AGREED = 'PLAN_AGREED',
  FOLLOW_UP = 'FOLLOW_UP',
  FAMILY_TIME_PLANNED = 'FAMILY_TIME_PLANNED',
  VISIT = 'VISIT',
  NATURAL_VISIT = 'NATURAL_VISIT',
  REUNIFICATION = 'REUNIFICATION',
}

/** A fact of that kind, and of that category where one is named, shows that the milestone is reached. */
type Milestone = { readonly key: MilestoneKey; readonly goal: ProgramGoal } & { readonly [Kind in FactKind]: { readonly kind: Kind; readonly category?: (typeof factKinds)[Kind][number] } }[FactKind];

/** The five goals as things that happen and can be dated, in the order of the program. How people feel about them is asked in surveys, not here. */
export const milestones: readonly Milestone[] = [
  { key: MilestoneKey.PARENT_ALLY_ACCEPTED, goal: ProgramGoal.ENGAGEMENT, kind: 'MATCH_ACCEPTED', category: 'PARENT_ALLY' },
  { key: MilestoneKey.CAREGIVER_MENTOR_ACCEPTED, goal: ProgramGoal.ENGAGEMENT, kind: 'MATCH_ACCEPTED', category: 'CAREGIVER_MENTOR' },
  { key: MilestoneKey.COMFORT_CALL, goal: ProgramGoal.EASIER_TRANSITION, kind: 'COMFORT_CALL_HELD' },
  { key: MilestoneKey.PARENT_PREPARED, goal: ProgramGoal.ENGAGEMENT, kind: 'PREPARATION_HELD', category: 'PARENT_ALLY' },
  { key: MilestoneKey.CAREGIVER_PREPARED, goal: ProgramGoal.ENGAGEMENT, kind: 'PREPARATION_HELD', category: 'CAREGIVER_MENTOR' },
  { key: MilestoneKey.FAMILIES_MET, goal: ProgramGoal.STRONGER_RELATIONSHIPS, kind: 'MEETING_HELD' },
  { key: MilestoneKey.PLAN_AGREED, goal: ProgramGoal.STRONGER_RELATIONSHIPS, kind: 'PLAN_AGREED' },
  { key: MilestoneKey.FOLLOW_UP, goal: ProgramGoal.STRONGER_RELATIONSHIPS, kind: 'FOLLOW_UP_HELD' },
  { key: MilestoneKey.FAMILY_TIME_PLANNED, goal: ProgramGoal.EASIER_TRANSITION, kind: 'FAMILY_TIME_PLANNED' },
  { key: MilestoneKey.VISIT, goal: ProgramGoal.ENGAGEMENT, kind: 'VISIT_HELD' },
  { key: MilestoneKey.NATURAL_VISIT, goal: ProgramGoal.WELLBEING, kind: 'VISIT_HELD', category: 'NATURAL' },
  { key: MilestoneKey.REUNIFICATION, goal: ProgramGoal.REUNIFICATION, kind: 'EPISODE_EXITED', category: 'REUNIFICATION' },
];

/** The first time that something happened on a connection. */
export interface FirstTime {
  readonly kind: string;
  readonly category: string | null;
  readonly at: Temporal.Instant;
}

/** When that milestone was reached first; null while it is not. */
export function reachedAt({ kind, category }: Milestone, firsts: readonly FirstTime[]): Temporal.Instant | null {
  const times = firsts.filter((first) => first.kind === kind && (category === undefined || first.category === category)).map((first) => first.at);
  return times.sort(Temporal.Instant.compare)[0] ?? null;
}

/** Nights between two instants on the county's calendar; 0 where the second came first, as with an ally whom a parent brings along. */
export function daysBetween(from: Temporal.Instant, to: Temporal.Instant, zone: string): number {
  const [start, end] = [from, to].map((instant) => instant.toZonedDateTimeISO(zone).toPlainDate()) as [Temporal.PlainDate, Temporal.PlainDate];
  return Math.max(0, start.until(end, { largestUnit: 'days' }).days);
}
