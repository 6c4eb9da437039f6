import type { WeeklyHours } from '@fc/domain-kernel';
import type { Certificate } from './flow/certificate.ts';

/**
 * What the engine is told, and all that it is told: role, languages, closeness, load, waiting time, hours, area, and
 * what a family asked for. What a mentor says of themselves counts where a family asked for it, and nowhere else (R41).
 */

/** As what somebody mentors: parents, or caregiver households. */
export const mentorRoles = ['PARENT_ALLY', 'CAREGIVER_MENTOR'] as const;
export type MentorRole = (typeof mentorRoles)[number];

/** What somebody may ask of a mentor, and a mentor may say of themselves. */
export const traitKinds = ['LIVED_EXPERIENCE', 'GENDER', 'CULTURE', 'FAITH'] as const;
export interface Trait {
  readonly kind: (typeof traitKinds)[number];
  readonly value: string;
}

/** What a family asked for. */
export interface Wish extends Trait {
  /** Rather nobody than a mentor without it. */
  readonly must: boolean;
}

/** Who mentors the other family of a connection already, or is asked to: the two will lead the meetings of both families together. */
export interface CoLeader {
  /** The mentor that they are, as `Mentor.id`. */
  readonly mentorId: string;
  readonly personId: string;
  /** The ids of people with whom they may not be matched: they lead with none of them either. */
  readonly conflicts: readonly string[];
  readonly hours: readonly WeeklyHours[];
  /** So many minutes of the week they must have in common at a stretch. */
  readonly minutes: number;
}

/** A participant who waits for a mentor. */
export interface Need {
  readonly id: string;
  readonly mentorRole: MentorRole;
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
  readonly wishes: readonly Wish[];
  /** When they could talk; empty while unknown, which rules nobody out. */
  readonly hours: readonly WeeklyHours[];
  /** Where they would meet; null for anywhere, or by telephone and video. */
  readonly area: string | null;
  readonly coLeaders: readonly CoLeader[];
}

/** One person in one mentor role. */
export interface Mentor {
  readonly id: string;
  readonly personId: string;
  readonly mentorRole: MentorRole;
  /** BCP 47 tags in which they mentor. */
  readonly languages: readonly string[];
  readonly capacity: number;
  /** Matches and open proposals: each takes a place. */
  readonly load: number;
  /** Active, trained, and what the county asks of the role (R18, R19). */
  readonly eligible: boolean;
  /** The ids of people with whom they may not be matched. */
  readonly conflicts: readonly string[];
  /** On leave at present. */
  readonly away: boolean;
  readonly traits: readonly Trait[];
  /** Lived experiences that they would rather not work with: whoever asks for one of them is not for them. */
  readonly limits: readonly string[];
  readonly hours: readonly WeeklyHours[];
  /** Where they come to; empty for anywhere. */
  readonly areas: readonly string[];
}

/** How many points each thing is worth at most: whole numbers from 0. A county's own, with the number of the version that it is at. */
export interface Weights {
  readonly version: number;
  /** The mentor speaks a first language of the participant. */
  readonly firstLanguage: number;
  /** The mentor has many free places. */
  readonly room: number;
  /** The participant has waited long; full after 30 days. */
  readonly waiting: number;
  /** The mentor has all that the family wished for. */
  readonly wishes: number;
  /** They have many hours of the week together. */
  readonly hours: number;
}

/** What stands between a need and a mentor, in the order in which it is looked at; QUOTA between a need and all who would be possible. */
export const bindingConstraints = ['ROLE', 'ELIGIBILITY', 'AWAY', 'CONFLICT', 'LANGUAGE', 'LIMIT', 'WISH', 'AREA', 'HOURS', 'CO_LEADER', 'TRIED_BEFORE', 'QUOTA', 'CAPACITY'] as const;
export type BindingConstraint = (typeof bindingConstraints)[number];

/**
 * What a coordinator may go against, for a reason that is kept. Nothing overrides the rest: a mentor's places are theirs to say,
 * so whoever wants one more for them asks them, or sets it by `setMentorCapacity`, and does not go beyond it in silence.
 */
export const overridable = ['AREA', 'HOURS', 'CO_LEADER', 'TRIED_BEFORE', 'QUOTA'] as const satisfies readonly BindingConstraint[];

/** What no coordinator can go against and is a matter of the pair; CAPACITY is counted where a proposal is made. */
export type HardConstraint = Exclude<BindingConstraint, (typeof overridable)[number] | 'CAPACITY'>;

/** What a score is made of. FIRST_LANGUAGE 1 or 0; SHARED_LANGUAGES how many; WISHES_MET how many; HOURS_TOGETHER in a week; FREE_PLACES before this proposal; WAITING_DAYS. */
export const reasonKeys = ['FIRST_LANGUAGE', 'SHARED_LANGUAGES', 'WISHES_MET', 'HOURS_TOGETHER', 'FREE_PLACES', 'WAITING_DAYS'] as const;
export interface Reason {
  readonly key: (typeof reasonKeys)[number];
  readonly value: number;
  /** The points that it brought. */
  readonly points: number;
}

/** Why somebody else was not chosen. FEWER_POINTS: less speaks for them. AS_GOOD: as much does. BETTER_FOR_ANOTHER: their place is worth more to another family. ONLY_ONE_FOR_ANOTHER: another family would have nobody. GROUP_FULL: their group has all the matches that the county lets it have. NOT_FREE_TOGETHER: they and the mentor of the other family have no hours in common. */
export const runnerUpReasons = ['FEWER_POINTS', 'AS_GOOD', 'BETTER_FOR_ANOTHER', 'ONLY_ONE_FOR_ANOTHER', 'GROUP_FULL', 'NOT_FREE_TOGETHER'] as const;
export interface RunnerUp {
  readonly mentorId: string;
  /** What they would have been worth. */
  readonly score: number;
  readonly because: (typeof runnerUpReasons)[number];
}

export interface Proposal {
  readonly needId: string;
  readonly mentorId: string;
  /** Points, up to the sum of the weights. */
  readonly score: number;
  readonly reasons: readonly Reason[];
  /** The need's tags that the mentor speaks too. */
  readonly sharedLanguages: readonly string[];
  /** What the family asked for and this mentor does not have. */
  readonly missedWishes: readonly Trait[];
  /** What was asked of the two and holds, each in the order in which it is looked at; what nobody asked for is not among it. */
  readonly met: readonly BindingConstraint[];
  /** Who came next; null when nobody else was possible. */
  readonly runnerUp: RunnerUp | null;
}

/** Hours of one day of the week in which both of two mentors would have to be free. */
export interface MissingHours extends WeeklyHours {
  /** The parents' mentor, and the households'. */
  readonly mentorIds: readonly [string, string];
}

/** A need that nobody is proposed for, and what stood in the way. */
export interface Unmatched {
  readonly needId: string;
  readonly because: BindingConstraint;
  /** Where somebody was to be had but for the hours of the two mentors who would lead together. */
  readonly missingHours?: MissingHours;
}

/** Two needs of one family connection: their mentors will lead the meetings of both families together. */
export interface NeedsTogether {
  readonly parentNeedId: string;
  readonly householdNeedId: string;
}

/** At most so many new matches for these mentors in all. */
export interface MentorQuota {
  readonly mentorIds: readonly string[];
  readonly most: number;
}

export interface MatchingProblem {
  /** Ids are unique among needs, and among mentors. */
  readonly needs: readonly Need[];
  readonly mentors: readonly Mentor[];
  readonly weights: Weights;
  /** Draws lots among answers that are equally good; the same seed draws the same. */
  readonly seed?: number;
  /** Whose mentors must have so many minutes of the week in common at a stretch; nobody's where it is left out. */
  readonly together?: { readonly pairs: readonly NeedsTogether[]; readonly minutes: number };
  readonly quotas?: readonly MentorQuota[];
}

export interface MatchingResult {
  /** At most one for each need; the longest wait first. */
  readonly proposals: readonly Proposal[];
  /** Every other need. */
  readonly unmatched: readonly Unmatched[];
  /** Proves that no other answer serves more needs, or as many with more points; or says how far off this one can be. */
  readonly certificate: Certificate;
  /** How far below what is proven to be the most, as a share of it: 0 for a best answer. */
  readonly gap: number;
  /** Whether time was up, or there were too many pairs, before everything was looked at; the certificate and the gap say how far off the answer can be. */
  readonly cutShort: boolean;
}
