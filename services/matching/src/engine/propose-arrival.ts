import { constraintBetween } from './constraints.ts';
import { explain } from './explain.ts';
import { Assignment } from './flow/assignment.ts';
import { certify } from './flow/certificate.ts';
import type { MatchingProblem, MatchingResult } from './matching-problem.ts';
import { pose, type Posed } from './posing/pose.ts';
import { requireWeights } from './weights.ts';

type Places = readonly (number | null)[];

/**
 * One need comes in while others stand as they were proposed: `standing` has the mentor of each. Whoever stands keeps their mentor
 * where that is as good in all, moves to another where the newcomer is served by it or more points come of it, and never loses
 * their place. Answers the newcomer's proposal and those that moved; where nobody can be had, why. The loads of the mentors count
 * those that stand. The needs are of one role: who will lead together is not looked at. Throws `MATCHING.WEIGHTS_INVALID`.
 */
export function proposeArrival(problem: MatchingProblem, arrivalId: string, standing: ReadonlyMap<string, string>): MatchingResult {
  requireWeights(problem.weights);
  const moving = whatStands(problem, standing);
  const posed = pose(moving);
  const numberOf = new Map(posed.available.map(({ id }, at) => [id, at]));
  const before = posed.waiting.map(({ id }) => numberOf.get(standing.get(id) ?? '') ?? null);
  const arrival = posed.waiting.findIndex(({ id }) => id === arrivalId);
  const { best, prices } = arriveLast(posed, arrival);
  const stays = withFreePlace(posed, before, arrival);
  const nobodyMoves = stays && certify(posed.instance, stays, prices).optimal ? stays : null;
  const everybodyHasOne = best.every((mentor) => mentor !== null) ? best : null;
  const mentorOf = nobodyMoves ?? everybodyHasOne ?? before;
  const certificate = certify(posed.instance, mentorOf, prices);
  const { proposals, unmatched } = explain(posed, { mentorOf, prices }, moving);
  const moved = proposals.filter(({ needId, mentorId }) => standing.get(needId) !== mentorId);
  return { proposals: moved, unmatched, certificate, cutShort: false, gap: certificate.moreServed / Math.max(1, certificate.served + certificate.moreServed) };
}

/** The newcomer and those who could be proposed today as they stand; what no longer holds is not touched. Their places are free to be given anew. */
function whatStands({ needs, mentors, ...rest }: MatchingProblem, standing: ReadonlyMap<string, string>): MatchingProblem {
  const byId = new Map(mentors.map((mentor) => [mentor.id, mentor]));
  const holding = new Map<string, number>();
  const taking = needs.filter((need) => {
    const mentorId = standing.get(need.id);
    if (mentorId === undefined) return true;
    const mentor = byId.get(mentorId);
    if (!mentor || constraintBetween(need, { ...mentor, load: 0 }) !== null) return false;
    holding.set(mentorId, (holding.get(mentorId) ?? 0) + 1);
    return true;
  });
  return { ...rest, needs: taking, mentors: mentors.map((mentor) => ({ ...mentor, load: mentor.load - (holding.get(mentor.id) ?? 0) })) };
}

/** The best there is with everybody, found as if the newcomer came last: by one augmenting path. */
function arriveLast({ instance: { places, choices } }: Posed, arrival: number): { best: Places; prices: ArrayLike<number> } {
  const assignment = new Assignment(places);
  const rows = [...choices.keys()].filter((row) => row !== arrival);
  assignment.arriveAll(rows.map((row) => choices[row]!), () => false); // a row of that list, here and below
  assignment.arrive(choices[arrival]!);
  const best: (number | null)[] = choices.map(() => null);
  for (const [at, row] of [...rows, arrival].entries()) best[row] = assignment.mentorOf[at] ?? null;
  return { best, prices: assignment.prices };
}

/** All who stand as they are, and the newcomer at the best place that is free; null where none is. */
function withFreePlace({ instance: { places, choices } }: Posed, before: Places, arrival: number): Places | null {
  const taken = places.map(() => 0);
  for (const mentor of before) if (mentor !== null) taken[mentor] = (taken[mentor] ?? 0) + 1;
  if (places.some((worths, mentor) => (taken[mentor] ?? 0) > worths.length)) return null; // a mentor who has room for fewer since
  const { mentors, points } = choices[arrival]!;
  let best: { readonly mentor: number; readonly worth: number } | null = null;
  for (const [at, mentor] of mentors.entries()) {
    const place = places[mentor]?.[taken[mentor] ?? 0];
    const worth = place === undefined ? null : place + (points[at] ?? 0);
    if (worth !== null && (!best || worth > best.worth)) best = { mentor, worth };
  }
  if (!best) return null;
  const { mentor } = best;
  return before.map((stands, row) => (row === arrival ? mentor : stands));
}
