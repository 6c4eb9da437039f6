// One solver on one instance, for the bench of matching: prints its figures as JSON.
import { Assignment, certify, firstCome, galeShapley, greedy, randomInstance, solve, solveByHighs, worthOf, type Instance, type Size } from '@fc/matching/engine';
import { munkres } from 'munkres';
import { percentile } from './measure.ts';

export type SolverName = 'ours' | 'one arrival' | 'greedy' | 'first come' | 'Gale-Shapley' | 'munkres' | 'HiGHS';

export interface Figures {
  readonly ms: number;
  /** The peak above what the process with the instance took. */
  readonly megabytes: number;
  readonly points: number;
  readonly leftOut: number;
  /** Days, of those who are left out. */
  readonly longestWait: number;
  /** The standard deviation of the share of places taken. */
  readonly loadSpread: number;
  /** Whether the answer is proven to be the best. */
  readonly proven: boolean;
}

type Answer = readonly (number | null)[];

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

const { solver, rounds, ...size } = JSON.parse(process.argv[2] ?? '{}') as Size & { solver: SolverName; rounds: number };
const { waiting, ...instance } = randomInstance(size);
const last = instance.choices.at(-1)!; // every size has needs

const ways: Record<SolverName, () => Promise<Answer> | Answer> = {
  ours: () => solve(instance).mentorOf,
  'one arrival': () => arrived.mentorOf,
  greedy: () => greedy(instance),
  'first come': () => firstCome(instance),
  'Gale-Shapley': () => galeShapley(instance, (mentor, need) => (mentor * 31 + need * 17) % 101),
  munkres: () => byMunkres(instance),
  HiGHS: () => solveByHighs(instance),
};

const arrived = new Assignment(instance.places);
if (solver === 'one arrival') for (const choice of instance.choices.slice(0, -1)) arrived.arrive(choice);
globalThis.gc?.();
const before = process.memoryUsage().rss;
const taken: number[] = [];
let answer: Answer = [];
for (let round = 0; round < (solver === 'munkres' || solver === 'HiGHS' ? 1 : rounds); round += 1) {
  const began = performance.now();
  if (solver === 'one arrival') arrived.arrive(last);
  answer = await ways[solver]();
  taken.push(performance.now() - began);
}
if (solver === 'one arrival') answer = answer.slice(0, instance.choices.length);
const { served, points } = worthOf(instance, answer);
const load = instance.places.map(() => 0);
for (const mentor of answer) if (mentor !== null) load[mentor] = (load[mentor] ?? 0) + 1;
const shares = instance.places.flatMap((worths, mentor) => (worths.length > 0 ? [(load[mentor] ?? 0) / worths.length] : []));
const mean = shares.reduce((sum, share) => sum + share, 0) / shares.length;
const figures: Figures = {
  ms: Math.round(100 * percentile(taken, 0.5)) / 100,
  megabytes: Math.max(1, Math.round((process.resourceUsage().maxRSS * 1_024 - before) / 2 ** 20)),
  points,
  leftOut: instance.choices.length - served,
  longestWait: Math.max(0, ...waiting.filter((_, need) => (answer[need] ?? null) === null)),
  loadSpread: Math.round(1_000 * Math.sqrt(shares.reduce((sum, share) => sum + (share - mean) ** 2, 0) / shares.length)) / 1_000,
  proven: solver === 'ours' && certify(instance, answer, solve(instance).prices).optimal,
};
console.log(JSON.stringify(figures));
