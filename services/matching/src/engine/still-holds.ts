import { isDeepStrictEqual } from 'node:util';
import type { MatchingProblem, Mentor, Need, Proposal } from './matching-problem.ts';

/**
 * Those of `proposals`, which were found for what `asked` said, that hold for what is said `now`: need and mentor are as they
 * were, and the mentor has a place left for each. Two who lead together were free together then, and so they are still.
 */
export function stillHolds(proposals: readonly Proposal[], asked: Pick<MatchingProblem, 'needs' | 'mentors'>, now: Pick<MatchingProblem, 'needs' | 'mentors'>): Proposal[] {
  const unchanged = <Item extends { readonly id: string }>(before: readonly Item[], after: readonly Item[], said: (item: Item) => object): Map<string, Item> => {
    const known = new Map(before.map((item) => [item.id, item]));
    return new Map(after.filter((item) => known.has(item.id) && isDeepStrictEqual(said(known.get(item.id)!), said(item))).map((item) => [item.id, item]));
  };
  const needs = unchanged(asked.needs, now.needs, ({ waitingDays: _, ...need }: Need) => need);
  const mentors = unchanged(asked.mentors, now.mentors, ({ load: _, ...mentor }: Mentor) => mentor);
  const taken = new Map<string, number>();
  return proposals.filter(({ needId, mentorId }) => {
    const mentor = mentors.get(mentorId);
    if (!mentor || !needs.has(needId)) return false;
    const load = taken.get(mentorId) ?? mentor.load;
    if (load >= mentor.capacity) return false;
    taken.set(mentorId, load + 1);
    return true;
  });
}
