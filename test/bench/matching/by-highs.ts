import type { Instance } from '@fc/matching/engine';
import loader, { type Highs } from 'highs';

/** Its types describe the CommonJS build, where the function is one level deeper than in the ES module that is loaded here. */
const loadHighs = loader as unknown as () => Promise<Highs>;
let loading: Promise<Highs> | undefined;

/**
 * What serving one need is worth, in points. What would be large enough for any instance makes HiGHS many times as slow, and it is
 * to be measured at its best: for these instances this is enough, as the equality of answers shows.
 */
const served = 200;

/** The instance as a linear program, with a column for each pair and one for each place: HiGHS knows nothing of flows. It looks for the least, so what is worth something costs its opposite. */
export async function byHighs({ places, choices }: Instance): Promise<(number | null)[]> {
  const highs = await (loading ??= loadHighs());
  const program = { costs: [] as number[], starts: [0], rows: [] as number[], factors: [] as number[] };
  const column = (worth: number, entries: readonly (readonly [row: number, factor: number])[]): void => {
    program.costs.push(-worth);
    for (const [row, factor] of entries) {
      program.rows.push(row);
      program.factors.push(factor);
    }
    program.starts.push(program.rows.length);
  };
  const rowOf = (mentor: number): number => choices.length + mentor;
  for (const [need, { mentors, points }] of choices.entries()) for (const [at, mentor] of mentors.entries()) column(served + (points[at] ?? 0), [[need, 1], [rowOf(mentor), 1]]);
  for (const [mentor, worths] of places.entries()) for (const worth of worths) column(worth, [[rowOf(mentor), -1]]);
  const values = solved(highs, program, { needs: choices.length, mentors: places.length });
  let first = 0;
  return choices.map(({ mentors }) => {
    const chosen = mentors.findIndex((_, at) => (values[first + at] ?? 0) > 0.5);
    first += mentors.length;
    return mentors[chosen] ?? null;
  });
}

/** Of each column. A need is served once at most; of a mentor as many places are taken as needs come. */
function solved(highs: Highs, program: { readonly costs: number[]; readonly starts: number[]; readonly rows: number[]; readonly factors: number[] }, { needs, mentors }: { readonly needs: number; readonly mentors: number }): ArrayLike<number> {
  const [numCols, numRows] = [program.costs.length, needs + mentors];
  const matrix = { format: 'csc' as const, numRows, numCols, starts: program.starts, indices: program.rows, values: program.factors };
  const model = highs.createModel();
  try {
    model.options.set('output_flag', false);
    model.passModel({
      ...{ numCols, numRows, matrix, sense: highs.constants.objectiveSense.minimize },
      ...{ colCost: program.costs, colLower: program.costs.map(() => 0), colUpper: program.costs.map(() => 1) },
      ...{ rowLower: Array.from({ length: numRows }, () => 0), rowUpper: Array.from({ length: numRows }, (_, row) => (row < needs ? 1 : 0)) },
    });
    if (model.run().modelStatus !== highs.constants.modelStatus.optimal) throw new Error('HiGHS found no answer to an instance that always has one.');
    return model.getSolution().colValue;
  } finally {
    model.dispose();
  }
}
