import type { MatchingProblem, MatchingResult, Need, Proposal } from '../engine/matching-problem.ts';

/** Null where there is no answer yet. */
type Solve = (problem: MatchingProblem) => Promise<MatchingResult | null>;

/**
 * The best answer in which nobody is served in the place of one who comes first: of those who do, as many are served as could be
 * were nobody else there. Where the best answer for all does that, which is nearly always, it is the answer, with its proof. Else
 * those who come first are solved alone and the others beside them; then nothing is proven but how far off it is from the best for all.
 * Where there is no time for that any more, the answer says that it is cut short, and is not to be proposed.
 */
export async function solveInTurn(problem: MatchingProblem, comesFirst: (need: Need) => boolean, solve: Solve, isTimeLeft = (): boolean => true): Promise<MatchingResult | null> {
  const ahead = problem.needs.filter(comesFirst);
  if (ahead.length === 0 || ahead.length === problem.needs.length) return solve(problem);
  const [first, all] = await Promise.all([solve({ ...problem, needs: ahead }), solve(problem)]);
  if (!first || !all) return null;
  const ids = new Set(ahead.map(({ id }) => id));
  if (all.proposals.filter(({ needId }) => ids.has(needId)).length >= first.proposals.length) return { ...all, cutShort: all.cutShort || first.cutShort };
  if (!isTimeLeft()) return { ...all, cutShort: true };
  const others = await solve(beside(problem, ids, first.proposals));
  return others && together(first, others, all);
}

/** The same question for the others, once these have been proposed: each takes a place of the mentor and of their quotas, and whoever will lead with them has to be free when they are. */
function beside({ needs, mentors, quotas = [], together: leading, ...rest }: MatchingProblem, ahead: ReadonlySet<string>, proposals: readonly Proposal[]): MatchingProblem {
  const taken = (mentorId: string): number => proposals.filter((proposal) => proposal.mentorId === mentorId).length;
  const mentorOf = new Map(proposals.map(({ needId, mentorId }) => [needId, mentors.find(({ id }) => id === mentorId)]));
  const pairs = leading?.pairs ?? [];
  const leaders = (needId: string): Need['coLeaders'] =>
    pairs.flatMap(({ parentNeedId, householdNeedId }) => {
      const other = needId === parentNeedId ? householdNeedId : needId === householdNeedId ? parentNeedId : null;
      const mentor = other === null ? undefined : mentorOf.get(other);
      return mentor && leading ? [{ mentorId: mentor.id, personId: mentor.personId, conflicts: mentor.conflicts, hours: mentor.hours, minutes: leading.minutes }] : [];
    });
  return {
    ...rest,
    needs: needs.filter(({ id }) => !ahead.has(id)).map((need) => ({ ...need, coLeaders: [...need.coLeaders, ...leaders(need.id)] })),
    mentors: mentors.map((mentor) => ({ ...mentor, load: mentor.load + taken(mentor.id) })),
    quotas: quotas.map(({ mentorIds, most }) => ({ mentorIds, most: Math.max(0, most - mentorIds.reduce((sum, id) => sum + taken(id), 0)) })),
    ...(leading && { together: { ...leading, pairs: pairs.filter(({ parentNeedId, householdNeedId }) => !ahead.has(parentNeedId) && !ahead.has(householdNeedId)) } }),
  };
}

/** Both answers as one. `all` is the best for everybody, by which it is told how far off this one is. */
function together(first: MatchingResult, others: MatchingResult, all: MatchingResult): MatchingResult {
  const [served, points] = [first.certificate.served + others.certificate.served, first.certificate.points + others.certificate.points];
  const atMost = all.certificate.served + all.certificate.moreServed;
  const moreServed = Math.max(0, atMost - served);
  const fewer = moreServed > 0 ? moreServed / atMost : Math.max(0, 1 - points / Math.max(1, all.certificate.points));
  return {
    proposals: [...first.proposals, ...others.proposals],
    unmatched: [...first.unmatched, ...others.unmatched],
    certificate: { served, points, optimal: false, moreServed, morePoints: null },
    gap: fewer,
    cutShort: first.cutShort || others.cutShort || all.cutShort,
  };
}
