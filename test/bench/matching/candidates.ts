import { firstCome, galeShapley, greedy, solve, type Instance } from '@fc/matching/engine';
import { munkres } from 'munkres';
import { byHighs } from './by-highs.ts';

/** For each need its mentor, or null. */
export type Answer = readonly (number | null)[];

/** An answer with the prices that prove it, where a candidate has any. */
export interface Answered {
  readonly mentorOf: Answer;
  readonly prices?: ArrayLike<number>;
}

/** Quick ones, which are measured at every size, and rivals, which are slow. */
export const quick = ['ours', 'greedy', 'first come', 'Gale-Shapley'] as const;
export const rivals = ['munkres', 'HiGHS'] as const;
export type Candidate = (typeof quick)[number] | (typeof rivals)[number] | 'points first';

/** Every way to answer an instance that the bench knows. */
export const candidates: Record<Candidate, (instance: Instance) => Answered | Promise<Answered>> = {
  ours: solve,
  greedy: (instance) => ({ mentorOf: greedy(instance) }),
  'first come': (instance) => ({ mentorOf: firstCome(instance) }),
  'Gale-Shapley': (instance) => ({ mentorOf: galeShapley(instance, (mentor, need) => (mentor * 31 + need * 17) % 101) }),
  munkres: (instance) => ({ mentorOf: byMunkres(instance) }),
  HiGHS: async (instance) => ({ mentorOf: await byHighs(instance) }),
  'points first': (instance) => ({ mentorOf: byPoints(instance) }),
};

/** The places side by side in a dense matrix; a pair that may not be costs more than everything else together. */
function byMunkres({ places, choices }: Instance): Answer {
  const columns = places.flatMap((worths, mentor) => worths.map((worth) => ({ mentor, worth })));
  const never = 10_000 * choices.length;
  const costs = choices.map(({ mentors, points }) => {
    const known = new Map(Array.from(mentors, (mentor, at) => [mentor, points[at] ?? 0]));
    return columns.map(({ mentor, worth }) => {
      const pair = known.get(mentor);
      return pair === undefined ? never : -(pair + worth);
    });
  });
  const answer: (number | null)[] = choices.map(() => null);
  for (const [need, column] of munkres(costs)) if ((costs[need]?.[column] ?? never) < never) answer[need] = columns[column]?.mentor ?? null;
  return answer;
}

/** As many points as can be, whoever is left out for it: everybody could stay away too, which is worth nothing. */
function byPoints({ places, choices }: Instance): Answer {
  const away = choices.map(({ mentors, points }, need) => ({ mentors: Int32Array.of(...mentors, places.length + need), points: Int32Array.of(...points, 0) }));
  return solve({ places: [...places, ...choices.map(() => [0])], choices: away }).mentorOf.map((mentor) => (mentor !== null && mentor < places.length ? mentor : null));
}
