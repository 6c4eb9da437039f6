import { bindingConstraint, constraintBetween } from './constraints.ts';
import type { Certificate } from './flow/certificate.ts';
import { leftOut, type Choices, type Instance } from './flow/instance.ts';
import { solve, type Solution } from './flow/solve.ts';
import type { BindingConstraint, Mentor, Need, Proposal, RunnerUp, Weights } from './matching-problem.ts';
import { describeProposal, pairPoints, placesOf, requireWeights } from './score.ts';

export interface MatchingProblem {
  /** Ids are unique among needs, and among mentors. */
  readonly needs: readonly Need[];
  readonly mentors: readonly Mentor[];
  readonly weights: Weights;
  /** Draws lots among answers that are equally good; the same seed draws the same. */
  readonly seed?: number;
  /** Asked now and then during a run; once it says yes, the best found so far is the answer. */
  readonly timeIsUp?: () => boolean;
}

export interface MatchingResult {
  /** At most one for each need; the longest wait first. */
  readonly proposals: readonly Proposal[];
  /** Every other need, with what stood in the way. */
  readonly unmatched: readonly { readonly needId: string; readonly because: BindingConstraint }[];
  /** Proves that no other answer serves more needs, or as many with more points; or says how far off this one can be. */
  readonly certificate: Certificate;
  /** Whether time was up before everybody was looked at. */
  readonly cutShort: boolean;
}

/** What a run is of: the instance for the solver, and who stands behind its numbers. */
export interface Posed {
  readonly waiting: readonly Need[];
  readonly available: readonly Mentor[];
  readonly instance: Instance;
}

/** The instance that these needs and mentors make, in an order that their ids and the seed decide. Throws `MATCHING.WEIGHTS_INVALID`. */
export function pose({ needs, mentors, weights, seed = 0 }: MatchingProblem): Posed {
  requireWeights(weights);
  const lots = byLot(seed);
  const waiting = [...needs].sort((one, other) => other.waitingDays - one.waitingDays || lots(one, other));
  const available = [...mentors].sort(lots);
  return { waiting, available, instance: { places: available.map((mentor) => placesOf(mentor, weights)), choices: waiting.map((need) => choicesOf(need, available, weights)) } };
}

/**
 * Proposes a mentor for as many needs as possible, and of all ways to do so one with the most points. The same needs,
 * mentors and seed give the same answer, in whatever order they come. Throws `MATCHING.WEIGHTS_INVALID`.
 */
export function proposeMatches(problem: MatchingProblem): MatchingResult {
  const { waiting, available, instance } = pose(problem);
  const solution = solve(instance, problem.timeIsUp);
  const taken = new Map<Mentor, number>();
  const proposals: Proposal[] = [];
  const unmatched: { needId: string; because: BindingConstraint }[] = [];
  for (const [row, need] of waiting.entries()) {
    const mentor = available[solution.mentorOf[row] ?? -1];
    if (!mentor) {
      unmatched.push({ needId: need.id, because: bindingConstraint(available.map((each) => constraintBetween(need, each))) });
      continue;
    }
    const before = taken.get(mentor) ?? 0;
    taken.set(mentor, before + 1);
    proposals.push({ ...describeProposal(need, mentor, before, problem.weights), runnerUp: runnerUp(row, available, instance, solution) });
  }
  return { proposals, unmatched, certificate: solution.certificate, cutShort: solution.cutShort };
}

function choicesOf(need: Need, available: readonly Mentor[], weights: Weights): Choices {
  const possible = available.flatMap((mentor, index) => (constraintBetween(need, mentor) === null ? [index] : []));
  return { mentors: Int32Array.from(possible), points: Int32Array.from(possible, (index) => pairPoints(need, available[index]!, weights)) }; // an index of that very list
}

/** Who else was worth most to this need, and what the prices say of why it was not they. */
function runnerUp(row: number, available: readonly Mentor[], { places, choices }: Instance, { mentorOf, prices }: Solution): RunnerUp | null {
  const { mentors, points } = choices[row]!; // a row of that instance
  const alone = (mentor: number, at: number): number => (points[at] ?? 0) + (places[mentor]?.[0] ?? 0);
  let next: { mentor: number; score: number } | null = null;
  let chosen = 0;
  for (const [at, mentor] of mentors.entries()) {
    if (mentor === mentorOf[row]) chosen = alone(mentor, at);
    else if (!next || alone(mentor, at) > next.score) next = { mentor, score: alone(mentor, at) };
  }
  if (!next) return null;
  const price = prices[next.mentor] ?? 0;
  const because = price > leftOut / 2 ? 'ONLY_ONE_FOR_ANOTHER' : next.score > chosen ? 'BETTER_FOR_ANOTHER' : 'FEWER_POINTS';
  return { mentorId: available[next.mentor]!.id, score: next.score, because }; // the solver counts the mentors that it was given
}

/** An order by lot: what an id draws depends on the seed and on nothing else. */
function byLot(seed: number): (one: { id: string }, other: { id: string }) => number {
  const drawn = new Map<string, number>();
  const lot = (id: string): number => {
    const known = drawn.get(id);
    if (known !== undefined) return known;
    let hash = 2_166_136_261 ^ seed;
    for (let at = 0; at < id.length; at += 1) hash = Math.imul(hash ^ id.charCodeAt(at), 16_777_619);
    hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
    drawn.set(id, hash >>> 0);
    return hash >>> 0;
  };
  return ({ id: one }, { id: other }) => lot(one) - lot(other) || (one < other ? -1 : one > other ? 1 : 0);
}
