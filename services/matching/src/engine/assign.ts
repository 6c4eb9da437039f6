/** Who could go where, and what it is worth, in whole points. Needs and mentors are counted from 0. */
export interface Assignment {
  readonly needs: number;
  readonly mentors: number;
  /** Null where the two may not come together. */
  pair(need: number, mentor: number): number | null;
  /** The worth of the mentor's next place when `taken` are; never more than of the one before. Null when none is left. */
  place(mentor: number, taken: number): number | null;
}

/** A need that could come to a mentor, from the waiting ones or from the mentor who has it now. */
interface Step {
  readonly need: number;
  readonly from: number | null;
  readonly points: number;
}

/**
 * Gives as many needs as possible a mentor, and among all ways to do so takes one with the most points: successive
 * shortest paths, where one more need comes in each time and those before it move on where that is worth more.
 * Answers for each need its mentor or null. Equal points go to the earlier need and the earlier mentor.
 */
export function assign(problem: Assignment): (number | null)[] {
  const mentorOf: (number | null)[] = Array.from({ length: problem.needs }, () => null);
  const taken: number[] = Array.from({ length: problem.mentors }, () => 0);
  for (;;) {
    const best = bestWaysIn(problem, mentorOf);
    const last = bestEnd(problem, best, taken);
    if (last === null) return mentorOf;
    taken[last] = (taken[last] ?? 0) + 1;
    for (let mentor: number | null = last; mentor !== null; ) {
      const step: Step | undefined = best[mentor];
      if (!step) throw new Error('A path of the assignment has a gap.');
      mentorOf[step.need] = mentor;
      mentor = step.from;
    }
  }
}

/** For each mentor, the way with the most points to bring one more need to them: straight from the waiting ones, or by moving others on. */
function bestWaysIn(problem: Assignment, mentorOf: readonly (number | null)[]): (Step | undefined)[] {
  const best: (Step | undefined)[] = Array.from({ length: problem.mentors });
  const better = new Set<number>();
  const offer = (need: number, from: number | null, before: number): void => {
    for (let mentor = 0; mentor < problem.mentors; mentor += 1) {
      const pair = mentor === from ? null : problem.pair(need, mentor);
      if (pair === null || before + pair <= (best[mentor]?.points ?? Number.NEGATIVE_INFINITY)) continue;
      best[mentor] = { need, from, points: before + pair };
      better.add(mentor);
    }
  };
  const needsOf: number[][] = Array.from({ length: problem.mentors }, () => []);
  for (const [need, mentor] of mentorOf.entries()) {
    if (mentor === null) offer(need, null, 0);
    else needsOf[mentor]?.push(need);
  }
  // Whoever is reached better hands on better ways; the set is visited to its end, with what is added meanwhile.
  for (const mentor of better) {
    better.delete(mentor);
    for (const need of needsOf[mentor] ?? []) offer(need, mentor, (best[mentor]?.points ?? 0) - (problem.pair(need, mentor) ?? 0));
  }
  return best;
}

function bestEnd(problem: Assignment, best: readonly (Step | undefined)[], taken: readonly number[]): number | null {
  let end: number | null = null;
  let most = Number.NEGATIVE_INFINITY;
  for (const [mentor, way] of best.entries()) {
    const place = way ? problem.place(mentor, taken[mentor] ?? 0) : null;
    if (!way || place === null || way.points + place <= most) continue;
    [end, most] = [mentor, way.points + place];
  }
  return end;
}
