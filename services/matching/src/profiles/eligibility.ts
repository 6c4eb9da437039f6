import { Temporal } from '@fc/domain-kernel';
import type { MentorRole } from '../needs/mentor-need.entity.ts';

/** KIN: a relative or other kin who cares or cared for a child in foster care. */
export enum FosterExperience {
  CURRENT = 'CURRENT',
  FORMER = 'FORMER',
  KIN = 'KIN',
}
export const fosterExperiences: readonly `${FosterExperience}`[] = Object.values(FosterExperience);

/** What a mentor has lived through and learned, as far as the role asks for it. */
export interface MentorFacts {
  readonly mentorRole: `${MentorRole}`;
  /** Of a Parent Ally: when their own child welfare case was closed (R18). */
  readonly ownCaseClosedOn?: Temporal.PlainDate | null;
  /** Of a Caregiver Mentor: how they know fostering, and whether they worked with the children's parents (R19). */
  readonly fosterExperience?: `${FosterExperience}` | null;
  readonly workedWithParents?: boolean | null;
}

/** What the county asks; see its settings. */
export interface MentorConditions {
  readonly allyCaseClosedMonths: number;
  readonly kinMayMentor: boolean;
}

export type LackingExperience = 'OWN_CASE_NOT_CLOSED' | 'NO_FOSTER_EXPERIENCE' | 'KIN_MAY_NOT_MENTOR';

/** What of their own life a person lacks for the role in this county; null when nothing. `today` is the county's day. */
export function lackingExperience(facts: MentorFacts, conditions: MentorConditions, today: Temporal.PlainDate): LackingExperience | null {
  if (facts.mentorRole === 'PARENT_ALLY') {
    const since = facts.ownCaseClosedOn?.add({ months: conditions.allyCaseClosedMonths });
    return since && Temporal.PlainDate.compare(since, today) <= 0 ? null : 'OWN_CASE_NOT_CLOSED';
  }
  if (!facts.fosterExperience || !facts.workedWithParents) return 'NO_FOSTER_EXPERIENCE';
  return facts.fosterExperience === 'KIN' && !conditions.kinMayMentor ? 'KIN_MAY_NOT_MENTOR' : null;
}

/** Whether the day of the training has come. */
export const isTrained = (trainedOn: Temporal.PlainDate | null, today: Temporal.PlainDate): boolean => trainedOn !== null && Temporal.PlainDate.compare(trainedOn, today) <= 0;
