import { sharedLanguages } from './constraints.ts';
import type { Mentor, Need, Proposal, Weights } from './matching-problem.ts';

/** After so many days a need weighs as much as it can. */
const longWait = 30;

/** What the county's runs go by. */
export const usualWeights: Weights = { firstLanguage: 50, room: 30, waiting: 20 };

const speaksFirst = (need: Need, mentor: Mentor): boolean => sharedLanguages(need.firstLanguages, mentor.languages).length > 0;

/** Whole points of the two together, wherever among the mentor's places it comes. */
export const pairPoints = (need: Need, mentor: Mentor, weights: Weights): number =>
  (speaksFirst(need, mentor) ? weights.firstLanguage : 0) + Math.round((weights.waiting * Math.min(need.waitingDays, longWait)) / longWait);

/** Whole points of a mentor's next place when `taken` of the free ones are gone: fewer each time, so that the load is shared. Null when none is left. */
export function placePoints({ capacity, load }: Mentor, taken: number, weights: Weights): number | null {
  const free = capacity - load - taken;
  return free > 0 ? Math.round((weights.room * free) / capacity) : null;
}

/** The proposal of this mentor for this need, with what speaks for it. `taken` places went to others of the same run. */
export function describeProposal(need: Need, mentor: Mentor, taken: number, weights: Weights): Proposal {
  const shared = sharedLanguages(need.languages, mentor.languages);
  return {
    needId: need.id,
    mentorId: mentor.id,
    score: pairPoints(need, mentor, weights) + (placePoints(mentor, taken, weights) ?? 0),
    reasons: [
      { key: 'FIRST_LANGUAGE', value: speaksFirst(need, mentor) ? 1 : 0 },
      { key: 'SHARED_LANGUAGES', value: shared.length },
      { key: 'FREE_PLACES', value: Math.max(0, mentor.capacity - mentor.load - taken) },
      { key: 'WAITING_DAYS', value: need.waitingDays },
    ],
    sharedLanguages: shared,
  };
}
