import type { MentorRole } from '../needs/mentor-need.entity.ts';

/**
 * What the engine is told, and all that it is told: role, languages, closeness, load and waiting time.
 * No trait that the law protects has a place here (R41).
 */

/** A participant who waits for a mentor. */
export interface Need {
  readonly id: string;
  readonly mentorRole: `${MentorRole}`;
  /** BCP 47 tags of all who would be mentored; empty while unknown, which rules nobody out. */
  readonly languages: readonly string[];
  /** The most comfortable language of each of them. */
  readonly firstLanguages: readonly string[];
  /** The ids of everybody on the participant's family connections, themselves included: no mentor may be one of them, or in conflict with one. */
  readonly closeTo: readonly string[];
  /** The ids of mentors who were matched with or asked about this participant before: the engine does not ask again. */
  readonly triedBefore: readonly string[];
  /** Whole days. */
  readonly waitingDays: number;
}

/** One person in one mentor role. */
export interface Mentor {
  readonly id: string;
  readonly personId: string;
  readonly mentorRole: `${MentorRole}`;
  /** BCP 47 tags in which they mentor. */
  readonly languages: readonly string[];
  readonly capacity: number;
  /** Matches and open proposals: each takes a place. */
  readonly load: number;
  /** Active, trained, and what the county asks of the role (R18, R19). */
  readonly eligible: boolean;
  /** The ids of people with whom they may not be matched. */
  readonly conflicts: readonly string[];
}

/** How many points each thing is worth at most. */
export interface Weights {
  /** The mentor speaks a first language of the participant. */
  readonly firstLanguage: number;
  /** The mentor has many free places. */
  readonly room: number;
  /** The participant has waited long; full after 30 days. */
  readonly waiting: number;
}

/** What stands between a need and a mentor, in the order in which it is looked at. */
export const bindingConstraints = ['ROLE', 'ELIGIBILITY', 'CONFLICT', 'LANGUAGE', 'TRIED_BEFORE', 'CAPACITY'] as const;
export type BindingConstraint = (typeof bindingConstraints)[number];

/** What a score is made of. FIRST_LANGUAGE 1 or 0; SHARED_LANGUAGES how many; FREE_PLACES before this proposal; WAITING_DAYS. */
export const reasonKeys = ['FIRST_LANGUAGE', 'SHARED_LANGUAGES', 'FREE_PLACES', 'WAITING_DAYS'] as const;
export interface Reason {
  readonly key: (typeof reasonKeys)[number];
  readonly value: number;
}

export interface Proposal {
  readonly needId: string;
  readonly mentorId: string;
  /** Points, up to the sum of the weights. */
  readonly score: number;
  readonly reasons: readonly Reason[];
  /** The need's tags that the mentor speaks too. */
  readonly sharedLanguages: readonly string[];
}
