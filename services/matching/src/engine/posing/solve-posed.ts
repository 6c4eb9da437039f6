import { certify } from '../flow/certificate.ts';
import { isWhole, type Choices } from '../flow/instance.ts';
import { solve, type Solution } from '../flow/solve.ts';
import type { Posed } from './pose.ts';

/** What was posed, with every pair that the answer holds, and the flow's answer to it. */
export interface SolvedPosed {
  readonly posed: Posed;
  readonly free: Solution;
}

/**
 * The flow's answer to what was posed. Whoever is left out of it and was not looked at beside everybody takes a place that is free
 * still, the longest wait first: nobody is left out beside a mentor who has room for them.
 */
export function solvePosed(posed: Posed, timeIsUp: () => boolean): SolvedPosed {
  const { instance, candidates, waiting } = posed;
  const free = solve(instance, timeIsUp);
  if (isWhole(instance)) return { posed, free };
  const [choices, mentorOf] = [[...instance.choices], [...free.mentorOf]];
  const taken = instance.places.map(() => 0);
  for (const mentor of mentorOf) if (mentor !== null) taken[mentor]! += 1; // a mentor of that instance, here and below
  const nextPlace = (mentor: number): number | undefined => instance.places[mentor]![taken[mentor]!];
  for (const [row, choice] of choices.entries()) {
    if (!choice.beyond || (mentorOf[row] ?? null) !== null) continue;
    const need = waiting[row]!; // a row each, in that order
    const chosen = best(candidates.few(need, (mentor) => nextPlace(mentor) !== undefined), nextPlace);
    if (chosen === null) continue;
    choices[row] = { ...joined([choice, chosen.of, candidates.few(need)]), beyond: choice.beyond };
    mentorOf[row] = chosen.mentor;
    taken[chosen.mentor]! += 1;
  }
  const whole = { places: instance.places, choices };
  return { posed: { ...posed, instance: whole }, free: { ...free, mentorOf, certificate: certify(whole, mentorOf, free.prices) } };
}

function best(of: Choices, nextPlace: (mentor: number) => number | undefined): { readonly of: Choices; readonly mentor: number } | null {
  let [chosen, most]: [number | null, number] = [null, Number.NEGATIVE_INFINITY];
  for (const [at, mentor] of of.mentors.entries()) {
    const worth = of.points[at]! + (nextPlace(mentor) ?? 0); // both lists are as long
    if (worth > most) [chosen, most] = [mentor, worth];
  }
  return chosen === null ? null : { of, mentor: chosen };
}

/** Each mentor once, and in their order. */
function joined(all: readonly Choices[]): Choices {
  const points = new Map(all.flatMap((choices) => Array.from(choices.mentors, (mentor, at) => [mentor, choices.points[at]!] as const))); // both lists are as long
  const mentors = Int32Array.from(points.keys()).sort();
  return { mentors, points: mentors.map((mentor) => points.get(mentor)!) };
}
