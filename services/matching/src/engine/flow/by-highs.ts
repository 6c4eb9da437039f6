import { LinearProgram } from '../exact/linear-program.ts';
import type { Instance } from './instance.ts';

/** The same question to HiGHS, which knows nothing of flows: the oracle of tests and benches. */
export async function solveByHighs({ places, choices }: Instance): Promise<(number | null)[]> {
  const program = new LinearProgram();
  const most = Math.max(1, ...places.map((worths) => Math.abs(worths[0] ?? 0)), ...choices.map(({ points }) => points.reduce((top, each) => Math.max(top, Math.abs(each)), 0)));
  const served = 1 + 4 * most * choices.length;
  const needs = choices.map(() => program.row(0, 1));
  const flows = places.map(() => program.row(0, 0));
  const columns = choices.map((choice, need) => Array.from(choice.mentors, (mentor, at) => program.column(served + (choice.points[at] ?? 0), 1, [[needs[need] ?? 0, 1], [flows[mentor] ?? 0, 1]])));
  for (const [mentor, worths] of places.entries()) for (const worth of worths) program.column(worth, 1, [[flows[mentor] ?? 0, -1]]);
  const { values } = await program.solve().finally(() => program.close());
  if (!values) throw new Error('HiGHS found no answer to an instance that always has one.');
  return choices.map((choice, need) => choice.mentors[(columns[need] ?? []).findIndex((column) => (values[column] ?? 0) > 0.5)] ?? null);
}
