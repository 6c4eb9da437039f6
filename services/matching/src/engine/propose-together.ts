import { mayLead } from './constraints.ts';
import { explain } from './explain.ts';
import { keepTogether, solveCoupled, type CoupledInstance, type CoupledSolution, type Quota } from './exact/coupled.ts';
import { isWhole } from './flow/instance.ts';
import type { Solution } from './flow/solve.ts';
import { longestWaitFirst } from './fairness.ts';
import { weekOf, weeksMeet } from './hours.ts';
import type { MatchingProblem, MatchingResult } from './matching-problem.ts';
import { pose, type Posed } from './posing/pose.ts';
import { solvePosed } from './posing/solve-posed.ts';

export interface ProposingOptions {
  readonly seconds: number;
  /** Hears of an answer that holds before a long search begins. */
  readonly onKept?: (result: MatchingResult) => void;
  /** False for that first answer alone, which is cut short where a search could find a better one. */
  readonly search?: boolean;
}

/**
 * As `proposeMatches`, with the two mentors of every family connection two people who may lead together and are free together for so many minutes, and no quota exceeded. Where the best answer
 * without that has them free together already, it is the best with it too. It comes to an end after about `seconds`, with the best
 * found; looking at pairs takes half of them at most. The weights are sound already.
 */
export async function proposeTogether(problem: MatchingProblem, { seconds, onKept = () => undefined, search = true }: ProposingOptions): Promise<MatchingResult> {
  const began = performance.now();
  const until = began + 1_000 * seconds;
  const { posed, free } = solvePosed(pose(problem, { timeIsUp: () => performance.now() > began + 500 * seconds }), () => performance.now() > until);
  const coupled = coupledIn(posed, problem);
  const kept = keepTogether(coupled, free, () => performance.now() > until);
  if (kept.proven || free.cutShort) return resultOf(problem, posed, coupled, kept, free);
  const first = { ...resultOf(problem, posed, coupled, kept, free), cutShort: true };
  if (!search) return first;
  onKept(first);
  return resultOf(problem, posed, coupled, await solveCoupled(coupled, { seconds: (until - performance.now()) / 1_000, free }), free);
}

/** The same question in numbers, for those who answer it in another way. */
export const poseTogether = (problem: MatchingProblem): CoupledInstance => coupledIn(pose(problem), problem);

const coupledIn = (posed: Posed, problem: MatchingProblem): CoupledInstance => ({ instance: posed.instance, couples: posed.couples, quotas: quotasIn(posed, problem), together: togetherIn(posed, problem.together?.minutes ?? 0) });

function resultOf(problem: MatchingProblem, posed: Posed, coupled: CoupledInstance, { apart, served, points, servedAtMost, pointsAtMost, proven, gap, cutShort, ...found }: CoupledSolution, { prices }: Solution): MatchingResult {
  const mentorOf = longestWaitFirst(coupled, found.mentorOf);
  const rows = apart.flatMap(({ parent, household, mentors }) => [parent, household].flatMap((row) => (mentorOf[row] == null ? [[row, mentors] as const] : [])));
  const moreServed = servedAtMost - served;
  const certificate = { served, points, optimal: proven, moreServed, morePoints: pointsAtMost === null ? null : pointsAtMost - points };
  return { ...explain(posed, { mentorOf, prices, apart: new Map(rows), quotas: coupled.quotas }, { weights: problem.weights, minutes: problem.together?.minutes ?? 0 }), certificate, gap, cutShort: cutShort || !(proven || isWhole(posed.instance)) };
}

/** The quotas in the numbers of the instance, in an order of their own. */
function quotasIn({ available }: Posed, { quotas = [] }: MatchingProblem): Quota[] {
  const numberOf = new Map(available.map(({ id }, at) => [id, at]));
  const named = quotas.map(({ mentorIds, most }) => ({ most, mentors: mentorIds.flatMap((id) => numberOf.get(id) ?? []).sort((one, other) => one - other) }));
  return named.sort((one, other) => one.most - other.most || (one.mentors.join() < other.mentors.join() ? -1 : 1));
}

/** Of so many mentors at most every two are kept once they have been looked at: 16 megabytes. */
const mostKept = 4_096;

/** Whether two mentors may lead together, and are free together. */
function togetherIn({ available }: Posed, minutes: number): (one: number, other: number) => boolean {
  const weeks = available.map(({ hours }) => weekOf(hours));
  const meet = (one: number, other: number): boolean => mayLead(available[one]!, available[other]!) && weeksMeet(minutes, weeks[one] ?? null, weeks[other] ?? null); // two of that list
  if (weeks.length > mostKept) return meet;
  const known = new Uint8Array(weeks.length ** 2);
  const [yes, no] = [1, 2];
  return (one, other) => {
    const pair = one * weeks.length + other;
    return (known[pair] ||= meet(one, other) ? yes : no) === yes;
  };
}
