import { constraintsOf, missedWishes, sharedLanguages } from './constraints.ts';
import { wholeHours } from './hours.ts';
import type { Mentor, Need, Proposal, Reason, Weights } from './matching-problem.ts';

/** After so many days a need weighs as much as it can; so many hours of the week together are as good as more. */
const longWait = 30;
export const plentyOfHours = 6;

/** What a mentor who meets so many of all wishes brings, in points; so many whole hours together; and so many days of waiting. */
export const wishPoints = (met: number, all: number, weights: Weights): number => (met > 0 ? Math.round((weights.wishes * met) / all) : 0);
export const hourPoints = (hours: number, weights: Weights): number => Math.round((weights.hours * Math.min(hours, plentyOfHours)) / plentyOfHours);
export const waitingPoints = (days: number, weights: Weights): number => Math.round((weights.waiting * Math.min(days, longWait)) / longWait);

/** What speaks for the two together, wherever among the mentor's places it comes. */
function pairReasons(need: Need, mentor: Mentor, weights: Weights): Reason[] {
  const first = sharedLanguages(need.firstLanguages, mentor.languages).length > 0;
  const met = need.wishes.length - missedWishes(need, mentor).length;
  const hours = wholeHours(need.hours, mentor.hours) ?? 0;
  return [
    { key: 'FIRST_LANGUAGE', value: first ? 1 : 0, points: first ? weights.firstLanguage : 0 },
    { key: 'SHARED_LANGUAGES', value: sharedLanguages(need.languages, mentor.languages).length, points: 0 },
    { key: 'WISHES_MET', value: met, points: wishPoints(met, need.wishes.length, weights) },
    { key: 'HOURS_TOGETHER', value: hours, points: hourPoints(hours, weights) },
    { key: 'WAITING_DAYS', value: need.waitingDays, points: waitingPoints(need.waitingDays, weights) },
  ];
}

const sum = (reasons: readonly Reason[]): number => reasons.reduce((points, reason) => points + reason.points, 0);

/** Whole points of the two together. */
export const pairPoints = (need: Need, mentor: Mentor, weights: Weights): number => sum(pairReasons(need, mentor, weights));

/** Whole points of each of a mentor's free places: fewer each time, so that the load is shared. */
export function placesOf({ capacity, load }: Mentor, weights: Weights): number[] {
  const free = Math.max(0, capacity - load);
  return Array.from({ length: free }, (_, taken) => Math.round((weights.room * (free - taken)) / capacity));
}

/** The proposal of this mentor for this need, with what speaks for it. `taken` places went to others of the same run. */
export function describeProposal(need: Need, mentor: Mentor, taken: number, weights: Weights): Proposal {
  const free: Reason = { key: 'FREE_PLACES', value: Math.max(0, mentor.capacity - mentor.load - taken), points: placesOf(mentor, weights)[taken] ?? 0 };
  const reasons = [...pairReasons(need, mentor, weights), free];
  return {
    needId: need.id,
    mentorId: mentor.id,
    score: sum(reasons),
    reasons,
    sharedLanguages: sharedLanguages(need.languages, mentor.languages),
    missedWishes: missedWishes(need, mentor).map(({ kind, value }) => ({ kind, value })),
    met: constraintsOf(need, mentor).met,
    runnerUp: null,
  };
}
