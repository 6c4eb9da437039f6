import { explain } from './explain.ts';
import { longestWaitFirst } from './fairness.ts';
import type { MatchingProblem, MatchingResult } from './matching-problem.ts';
import { isWhole } from './flow/instance.ts';
import { pose } from './posing/pose.ts';
import { solvePosed } from './posing/solve-posed.ts';
import { requireWeights } from './weights.ts';

/**
 * Proposes a mentor for as many needs as possible, and of all ways to do so one with the most points; who will lead together
 * is not looked at, and quotas are not. The same needs, mentors and seed give the same answer, in whatever order they come, unless it is cut
 * short. `timeIsUp` is asked now and then; once it says yes, the best found so far is the answer. Throws `MATCHING.WEIGHTS_INVALID`.
 */
export function proposeMatches(problem: MatchingProblem, timeIsUp: () => boolean = () => false): MatchingResult {
  requireWeights(problem.weights);
  const { posed, free } = solvePosed(pose(problem, { timeIsUp }), timeIsUp);
  const { certificate, mentorOf, prices } = free;
  const cutShort = free.cutShort || !(certificate.optimal || isWhole(posed.instance));
  const fair = longestWaitFirst({ ...posed, together: () => true }, mentorOf);
  return { ...explain(posed, { mentorOf: fair, prices }, problem), certificate, cutShort, gap: certificate.moreServed / Math.max(1, certificate.served + certificate.moreServed) };
}
