/** Simpler ways to match, which a run is measured against. */
import type { Instance } from './instance.ts';

export type Answer = (number | null)[];

export interface Worth {
  readonly served: number;
  readonly points: number;
}

/** Serving more comes first, then points. */
export const isWorthMore = (one: Worth, other: Worth): boolean => one.served > other.served || (one.served === other.served && one.points > other.points);

/** How many needs got a mentor, and how many points they and their places are worth. */
export function worthOf({ places, choices }: Instance, answer: Answer | readonly (number | null)[]): Worth {
  const taken = places.map(() => 0);
  let [served, points] = [0, 0];
  for (const [need, mentor] of answer.entries()) {
    const choice = choices[need];
    if (mentor === null || !choice) continue;
    const place = taken[mentor] ?? 0;
    taken[mentor] = place + 1;
    served += 1;
    points += (choice.points[choice.mentors.indexOf(mentor)] ?? Number.NaN) + (places[mentor]?.[place] ?? Number.NaN);
  }
  return { served, points };
}

/** The pair with the most points first, then the next, as long as there are places. */
export function greedy({ places, choices }: Instance): Answer {
  const pairs: { need: number; mentor: number; points: number }[] = [];
  for (const [need, { mentors, points }] of choices.entries()) for (let at = 0; at < mentors.length; at += 1) pairs.push({ need, mentor: mentors[at] ?? 0, points: points[at] ?? 0 });
  pairs.sort((one, other) => other.points - one.points || one.need - other.need || one.mentor - other.mentor);
  const answer: Answer = choices.map(() => null);
  const free = places.map((worths) => worths.length);
  for (const { need, mentor } of pairs) {
    if (answer[need] !== null || (free[mentor] ?? 0) === 0) continue;
    answer[need] = mentor;
    free[mentor] = (free[mentor] ?? 0) - 1;
  }
  return answer;
}

/** Whoever comes first takes the best that is free. */
export function firstCome({ places, choices }: Instance): Answer {
  const taken = places.map(() => 0);
  return choices.map(({ mentors, points }) => {
    let chosen: number | null = null;
    let most = Number.NEGATIVE_INFINITY;
    for (let at = 0; at < mentors.length; at += 1) {
      const mentor = mentors[at] ?? 0;
      const place = places[mentor]?.[taken[mentor] ?? 0];
      if (place === undefined || (points[at] ?? 0) + place <= most) continue;
      [chosen, most] = [mentor, (points[at] ?? 0) + place];
    }
    if (chosen !== null) taken[chosen] = (taken[chosen] ?? 0) + 1;
    return chosen;
  });
}

/** Gale and Shapley: needs ask in the order of their points, and a mentor keeps those whom they would rather have, by `taste`. */
export function galeShapley({ places, choices }: Instance, taste: (mentor: number, need: number) => number): Answer {
  const wishes = choices.map(({ mentors, points }) => [...mentors.keys()].sort((one, other) => (points[other] ?? 0) - (points[one] ?? 0)).map((at) => mentors[at] ?? 0));
  const asked = choices.map(() => 0);
  const kept: number[][] = places.map(() => []);
  const answer: Answer = choices.map(() => null);
  const free = [...choices.keys()].reverse();
  for (let need = free.pop(); need !== undefined; need = free.pop()) {
    const mentor = wishes[need]?.[asked[need] ?? 0];
    if (mentor === undefined) continue;
    asked[need] = (asked[need] ?? 0) + 1;
    const keeps = kept[mentor] ?? [];
    keeps.push(need);
    answer[need] = mentor;
    if (keeps.length <= (places[mentor]?.length ?? 0)) continue;
    const least = keeps.reduce((worst, each) => (taste(mentor, each) < taste(mentor, worst) ? each : worst));
    keeps.splice(keeps.indexOf(least), 1);
    answer[least] = null;
    free.push(least);
  }
  return answer;
}
