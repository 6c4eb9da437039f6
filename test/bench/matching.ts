import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import type { Size } from '@fc/matching/engine';
import { goalsOf, growth, type Measured } from './matching-goals.ts';
import type { Asked, Figures, SolverName } from './matching-solver.ts';

interface Round extends Size {
  /** Rounds of the quick solvers, in turn. */
  readonly rounds: number;
  /** Rounds beside what takes long. */
  readonly slowRounds: number;
  /** One in eight or so finds no place, where else there are a few places more than needs. */
  readonly scarce?: true;
}

const half = { most: 3, seed: 1 } as const;
const sizes: readonly Round[] = [
  { needs: 100, mentors: 60, candidates: 20, rounds: 15, slowRounds: 5, ...half },
  { needs: 1_000, mentors: 600, candidates: 50, rounds: 9, slowRounds: 3, ...half },
  { needs: 5_000, mentors: 3_000, candidates: 50, rounds: 9, slowRounds: 1, ...half },
  { needs: 5_000, mentors: 2_200, candidates: 50, rounds: 9, slowRounds: 1, scarce: true, ...half, seed: 2 },
  { needs: 50_000, mentors: 30_000, candidates: 50, rounds: 3, slowRounds: 1, ...half },
  { needs: 50_000, mentors: 22_000, candidates: 50, rounds: 1, slowRounds: 1, scarce: true, ...half, seed: 2 },
];

const quick: readonly SolverName[] = ['ours', 'greedy', 'first come', 'Gale-Shapley'];
const slow: readonly SolverName[] = ['points first', 'munkres', 'HiGHS'];
/** What a dense matrix or a general program of a larger size would need is more than a laptop has. */
const mostForSlow = 5_000;

/** Solvers in a process of their own, in turn, round by round. */
function run(asked: Asked): Figures[] {
  const child = ['--expose-gc', '--max-old-space-size=6000', '--conditions=@fc/source', '--import', './libs/tooling/src/register.mjs', join(import.meta.dirname, 'matching-solver.ts')];
  return JSON.parse(execFileSync(process.execPath, [...child, JSON.stringify(asked)], { encoding: 'utf8', cwd: join(import.meta.dirname, '../..') })) as Figures[];
}

/** What takes long is run less often; each peak of memory is that of a process in which no other solver had run before. */
function measure({ rounds, slowRounds, scarce, ...size }: Round): Measured {
  const what = `${size.needs} families, ${size.mentors} mentors${scarce ? ', too few places' : ''}`;
  console.log(`matching: ${what}`);
  const [figures, megabytes] = [new Map<SolverName, Figures>(), new Map<SolverName, number>()];
  for (const each of run({ ...size, rounds, solvers: quick })) figures.set(each.solver, each);
  const [arrival] = run({ ...size, rounds: 15, solvers: ['one arrival'] });
  if (arrival) figures.set('one arrival', arrival);
  for (const solver of quick) for (const alone of run({ ...size, rounds: 1, solvers: [solver] })) megabytes.set(solver, alone.megabytes);
  if (size.needs <= mostForSlow)
    for (const solver of slow) {
      const [beside] = run({ ...size, rounds: slowRounds, solvers: [solver, 'ours'] });
      if (!beside) continue;
      figures.set(solver, beside);
      megabytes.set(solver, beside.megabytes);
    }
  return { what, needs: size.needs, figures, megabytes };
}

/** Every solver on the same instances, then each goal beside its figure, and how the cost grows. */
export async function matching(): Promise<object[]> {
  const measured = sizes.map(measure);
  const table = measured.flatMap(({ what, figures, megabytes }) =>
    [...figures.values()].map(({ solver, oursToIts, ms, points, leftOut, longestWait, loadSpread, proven }) => ({
      ...{ what, solver, ms, timeOursToIts: Number.isFinite(oursToIts) ? Math.round(1_000 * oursToIts) / 1_000 : null, megabytes: megabytes.get(solver) ?? null },
      ...(solver === 'one arrival' ? {} : { points, leftOut, longestWait, loadSpread, proven }),
    })),
  );
  const plenty = measured.filter((_, at) => !sizes[at]?.scarce);
  const grows = (['ours', 'greedy'] as const).map((solver) => ({ what: 'how time grows with pairs: the power', solver, power: growth(plenty.map(({ figures }, at) => [pairsOf(sizes.filter(({ scarce }) => !scarce)[at]!), figures.get(solver)!.ms])) })); // both are of every size
  const judged = measured.flatMap(goalsOf);
  console.log('\nmatching, goals');
  console.table(judged);
  return [...table, ...grows, ...judged];
}

const pairsOf = ({ needs, candidates }: Size): number => needs * candidates;
