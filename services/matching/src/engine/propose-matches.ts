import { assign } from './assign.ts';
import { bindingConstraint, constraintBetween } from './constraints.ts';
import type { BindingConstraint, Mentor, Need, Proposal, Weights } from './matching-problem.ts';
import { describeProposal, pairPoints, placePoints } from './score.ts';

export interface MatchingProblem {
  /** Ids are unique among needs, and among mentors. */
  readonly needs: readonly Need[];
  readonly mentors: readonly Mentor[];
  readonly weights: Weights;
}

export interface MatchingResult {
  /** At most one for each need; the longest wait first. */
  readonly proposals: readonly Proposal[];
  /** Every other need, with what stood in the way. */
  readonly unmatched: readonly { readonly needId: string; readonly because: BindingConstraint }[];
}

const byId = (one: { id: string }, other: { id: string }): number => (one.id < other.id ? -1 : one.id > other.id ? 1 : 0);

/**
 * Proposes a mentor for as many needs as possible, and of all ways to do so one with the most points.
 * The same needs and mentors give the same answer, in whatever order they come.
 */
export function proposeMatches({ needs, mentors, weights }: MatchingProblem): MatchingResult {
  const waiting = [...needs].sort((one, other) => other.waitingDays - one.waitingDays || byId(one, other));
  const available = [...mentors].sort(byId);
  const constraints = waiting.map((need) => available.map((mentor) => constraintBetween(need, mentor)));
  const points = waiting.map((need, row) => available.map((mentor, column) => (constraints[row]?.[column] === null ? pairPoints(need, mentor, weights) : null)));
  const chosen = assign({
    needs: waiting.length,
    mentors: available.length,
    pair: (need, mentor) => points[need]?.[mentor] ?? null,
    place: (mentor, taken) => placePoints(available[mentor]!, taken, weights), // the solver counts the mentors that it was given
  });

  const taken = new Map<Mentor, number>();
  const proposals: Proposal[] = [];
  const unmatched: { needId: string; because: BindingConstraint }[] = [];
  for (const [row, need] of waiting.entries()) {
    const mentor = available[chosen[row] ?? -1];
    if (!mentor) {
      unmatched.push({ needId: need.id, because: bindingConstraint(constraints[row] ?? []) });
      continue;
    }
    const before = taken.get(mentor) ?? 0;
    proposals.push(describeProposal(need, mentor, before, weights));
    taken.set(mentor, before + 1);
  }
  return { proposals, unmatched };
}
