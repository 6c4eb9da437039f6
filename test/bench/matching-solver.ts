// Solvers on one instance, in turn, for the bench of matching: prints the figures of each as JSON.
import { Assignment, certify, firstCome, galeShapley, greedy, randomInstance, solve, solveByHighs, worthOf, type Instance, type Size, type Solution } from '@fc/matching/engine';
import { munkres } from 'munkres';
import { percentile } from './measure.ts';

export type SolverName = 'ours' | 'one arrival' | 'points first' | 'greedy' | 'first come' | 'Gale-Shapley' | 'munkres' | 'HiGHS';

export interface Figures {
  readonly solver: SolverName;
  /** The middle one of its rounds. */
  readonly ms: number;
  /** How long ours took beside it, as a share: the middle one of the rounds in which both ran. */
  readonly oursToIts: number;
  /** The peak above what the process with the instance took; of the first solver alone. */
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

/** As many points as can be, whoever is left out for it: everybody could stay away too, which is worth nothing. */
function byPoints({ places, choices }: Instance): Answer {
  const away = choices.map(({ mentors, points }, need) => ({ mentors: Int32Array.of(...mentors, places.length + need), points: Int32Array.of(...points, 0) }));
  return solve({ places: [...places, ...choices.map(() => [0])], choices: away }).mentorOf.map((mentor) => (mentor !== null && mentor < places.length ? mentor : null));
}

/** What the process is asked for: the instance, who solves it, and how often. */
export type Asked = Size & { readonly solvers: readonly SolverName[]; readonly rounds: number };

const { solvers, rounds, ...size } = JSON.parse(process.argv[2] ?? '{}') as Asked;
const { waiting, ...instance } = randomInstance(size);
const last = instance.choices.at(-1)!; // every size has needs

let ours: Solution | undefined;
const arrived = solvers.includes('one arrival') ? new Assignment(instance.places) : null;
arrived?.arriveAll(instance.choices.slice(0, -1), () => false);

const ways: Record<SolverName, () => Promise<Answer> | Answer> = {
  ours: () => (ours = solve(instance)).mentorOf,
  'one arrival': () => {
    arrived?.arrive(last);
    return [];
  },
  'points first': () => byPoints(instance),
  greedy: () => greedy(instance),
  'first come': () => firstCome(instance),
  'Gale-Shapley': () => galeShapley(instance, (mentor, need) => (mentor * 31 + need * 17) % 101),
  munkres: () => byMunkres(instance),
  HiGHS: () => solveByHighs(instance),
};

globalThis.gc?.();
const before = process.memoryUsage().rss;
let megabytes = 0;
const taken = new Map<SolverName, number[]>(solvers.map((solver) => [solver, []]));
const answers = new Map<SolverName, Answer>();
for (let round = 0; round < rounds; round += 1)
  for (const solver of solvers) {
    globalThis.gc?.();
    const began = performance.now();
    const answer = await ways[solver]();
    taken.get(solver)!.push(performance.now() - began); // made above
    answers.set(solver, solver === 'one arrival' ? (arrived?.mentorOf.slice(0, instance.choices.length) ?? []) : answer);
    megabytes ||= Math.max(1, Math.round((process.resourceUsage().maxRSS * 1_024 - before) / 2 ** 20));
  }

function figuresOf(solver: SolverName): Figures {
  const [mine, its, answer] = [taken.get('ours') ?? [], taken.get(solver) ?? [], answers.get(solver) ?? []];
  const { served, points } = worthOf(instance, answer);
  const load = instance.places.map(() => 0);
  for (const mentor of answer) if (mentor !== null) load[mentor] = (load[mentor] ?? 0) + 1;
  const shares = instance.places.flatMap((worths, mentor) => (worths.length > 0 ? [(load[mentor] ?? 0) / worths.length] : []));
  const mean = shares.reduce((sum, share) => sum + share, 0) / shares.length;
  return {
    solver,
    ms: Math.round(1_000 * percentile(its, 0.5)) / 1_000,
    oursToIts: percentile(mine.map((ms, round) => ms / (its[round] ?? Number.NaN)), 0.5),
    megabytes,
    points,
    leftOut: instance.choices.length - served,
    longestWait: waiting.reduce((longest, days, need) => ((answer[need] ?? null) === null ? Math.max(longest, days) : longest), 0),
    loadSpread: Math.round(1_000 * Math.sqrt(shares.reduce((sum, share) => sum + (share - mean) ** 2, 0) / shares.length)) / 1_000,
    proven: ours !== undefined && certify(instance, answer, ours.prices).optimal,
  };
}

console.log(JSON.stringify(solvers.map(figuresOf)));
