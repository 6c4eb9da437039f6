import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import type { CouplesSize } from '@fc/matching/engine';

/** Up to 300 couples in one exact program, above in parts beside a proven bound. */
const sizes: readonly CouplesSize[] = [
  { couples: 100, mentors: 70, days: 5, candidates: 20, seed: 1 },
  { couples: 300, mentors: 210, days: 5, candidates: 20, seed: 1 },
  { couples: 1_000, mentors: 700, days: 5, candidates: 30, seed: 1 },
  { couples: 5_000, mentors: 3_500, days: 5, candidates: 30, seed: 1 },
];

/** Couples whose two mentors must be free together, each size in a process of its own; beside what letting go of those who are not would leave. */
export async function matchingTogether(): Promise<object[]> {
  return sizes.map((size) => {
    const child = ['--conditions=@fc/source', '--import', './libs/tooling/src/register.mjs', join(import.meta.dirname, 'matching-together-solver.ts')];
    const figures = JSON.parse(execFileSync(process.execPath, [...child, JSON.stringify(size)], { encoding: 'utf8', cwd: join(import.meta.dirname, '../..') })) as object;
    return { what: `${size.couples} families, ${2 * size.mentors} mentors`, ...figures };
  });
}
