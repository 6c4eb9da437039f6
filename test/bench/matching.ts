import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import type { Size } from '@fc/matching/engine';
import type { Figures, SolverName } from './matching-solver.ts';

interface Round extends Size {
  /** Rounds of each solver; the middle one counts. */
  readonly rounds: number;
}

/** From a small county to a whole state: a few places more than needs, or one in eight too few. */
const sizes: readonly Round[] = [
  { needs: 100, mentors: 60, most: 3, candidates: 20, seed: 1, rounds: 9 },
  { needs: 1_000, mentors: 600, most: 3, candidates: 50, seed: 1, rounds: 7 },
  { needs: 5_000, mentors: 3_000, most: 3, candidates: 50, seed: 1, rounds: 5 },
  { needs: 5_000, mentors: 2_200, most: 3, candidates: 50, seed: 2, rounds: 5 },
  { needs: 50_000, mentors: 30_000, most: 3, candidates: 50, seed: 1, rounds: 1 },
];

const solvers: readonly SolverName[] = ['ours', 'one arrival', 'greedy', 'first come', 'Gale-Shapley', 'munkres', 'HiGHS'];

/** What a dense matrix or a general program of that size would need is more than a laptop has. */
const tooLarge = (solver: SolverName, { needs }: Size): boolean => (solver === 'munkres' || solver === 'HiGHS') && needs > 5_000;

/** Every solver on the same instances, each in a process of its own, so that its peak of memory is its own. */
export async function matching(): Promise<object[]> {
  const rows: object[] = [];
  for (const size of sizes) {
    const what = `${size.needs} families, ${size.mentors} mentors`;
    const run = (solver: SolverName): Figures => {
      const child = ['--expose-gc', '--max-old-space-size=6000', '--conditions=@fc/source', '--import', './libs/tooling/src/register.mjs', join(import.meta.dirname, 'matching-solver.ts')];
      return JSON.parse(execFileSync(process.execPath, [...child, JSON.stringify({ ...size, solver })], { encoding: 'utf8', cwd: join(import.meta.dirname, '../..') })) as Figures;
    };
    const ours = run('ours');
    for (const solver of solvers) {
      if (tooLarge(solver, size)) {
        rows.push({ what, solver, notRun: 'the size is beyond its memory here' });
        continue;
      }
      const figures = solver === 'ours' ? ours : run(solver);
      const share = (mine: number, theirs: number): number => Math.round((1_000 * mine) / theirs) / 1_000;
      rows.push({ what, solver, timeOursToIts: share(ours.ms, figures.ms), memoryOursToIts: share(ours.megabytes, figures.megabytes), ...figures });
    }
  }
  return rows;
}
