import { explain } from './explain.ts';
import { keepTogether, solveCoupled, type CoupledInstance, type CoupledSolution, type Quota } from './exact/coupled.ts';
import { solve, type Solution } from './flow/solve.ts';
import { longestWaitFirst } from './fairness.ts';
import { freeTogether } from './hours.ts';
import type { MatchingProblem, MatchingResult } from './matching-problem.ts';
import { pose, type Posed } from './pose.ts';

export interface ProposingOptions {
  readonly seconds: number;
  /** Hears of an answer that holds before a long search begins. */
  readonly onKept?: (result: MatchingResult) => void;
  /** False for that first answer alone, which is cut short where a search could find a better one. */
  readonly search?: boolean;
}

/**
 * As `proposeMatches`, with the two mentors of every family connection free together for so many minutes, and no quota exceeded. Where the best answer
 * without that has them free together already, it is the best with it too. It comes to an end after about `seconds`, with the best
 * found. The weights are sound already.
 */
export async function proposeTogether(problem: MatchingProblem, { seconds, onKept = () => undefined, search = true }: ProposingOptions): Promise<MatchingResult> {
  const until = performance.now() + 1_000 * seconds;
  const posed = pose(problem);
  const free = solve(posed.instance, () => performance.now() > until);
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

function resultOf(problem: MatchingProblem, posed: Posed, coupled: CoupledInstance, { apart, served, points, servedAtMost, proven, gap, cutShort, ...found }: CoupledSolution, { prices }: Solution): MatchingResult {
  const mentorOf = longestWaitFirst(coupled, found.mentorOf);
  const rows = apart.flatMap(({ parent, household, mentors }) => [parent, household].flatMap((row) => (mentorOf[row] == null ? [[row, mentors] as const] : [])));
  const moreServed = servedAtMost - served;
  const certificate = { served, points, optimal: proven, moreServed, morePoints: proven ? 0 : null };
  return { ...explain(posed, { mentorOf, prices, apart: new Map(rows), quotas: coupled.quotas }, { weights: problem.weights, minutes: problem.together?.minutes ?? 0 }), certificate, gap, cutShort };
}

/** The quotas in the numbers of the instance. */
function quotasIn({ available }: Posed, { quotas = [] }: MatchingProblem): Quota[] {
  const numberOf = new Map(available.map(({ id }, at) => [id, at]));
  return quotas.map(({ mentorIds, most }) => ({ most, mentors: mentorIds.flatMap((id) => numberOf.get(id) ?? []) }));
}

/** Whether two mentors are free together; each pair is looked at once. */
function togetherIn({ available }: Posed, minutes: number): (one: number, other: number) => boolean {
  const known = new Map<number, boolean>();
  return (one, other) => {
    const pair = Math.min(one, other) * available.length + Math.max(one, other);
    let free = known.get(pair);
    if (free === undefined) known.set(pair, (free = freeTogether(minutes, available[one]?.hours ?? [], available[other]?.hours ?? [])));
    return free;
  };
}
