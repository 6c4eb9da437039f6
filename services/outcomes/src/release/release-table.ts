import { protect } from '../disclosure/protect.ts';
import { releasedMeasures, type ReleasedMeasure } from './released-measures.ts';

/** How many facts of one county, measure and category there are. */
export interface StateCount {
  readonly county: string;
  readonly measure: string;
  readonly category: string;
  readonly count: number;
}

export interface ReportingCounty {
  readonly slug: string;
  readonly name: string;
  readonly fips: string | null;
}

/** One measure as it may be published. A count that is hidden is null. */
export interface ReleasedTable {
  readonly measure: ReleasedMeasure;
  readonly total: number | null;
  readonly categories: readonly { readonly category: string; readonly count: number | null }[];
  readonly counties: readonly { readonly county: string; readonly total: number | null; readonly categories: ReleasedTable['categories'] }[];
  /** Says why the table holds less than others. */
  readonly note: string | null;
}

/** Above this part of its counts hidden, a table tells more by its gaps than by its figures. */
const mostHidden = 2 / 3;

/** The tables of one year, measure by measure: the counties with their categories, what would tell of few people hidden. */
export const releaseTables = (counties: readonly ReportingCounty[], counts: readonly StateCount[], threshold: number): ReleasedTable[] =>
  releasedMeasures.map(({ measure, categories }) => {
    const cells = counties.map(({ slug }) => categories.map((category) => counts.find((row) => row.county === slug && row.measure === measure && row.category === category)?.count ?? 0));
    return releaseTable(measure, categories, counties, cells, threshold);
  });

function releaseTable(measure: ReleasedMeasure, categories: readonly string[], counties: readonly ReportingCounty[], cells: readonly (readonly number[])[], threshold: number): ReleasedTable {
  const shown = protect(cells, threshold);
  const withNames = (row: readonly (number | null)[]): ReleasedTable['categories'] => categories.map((category, column) => ({ category, count: row[column] ?? null }));
  if (isTooSmall(cells.flat(), shown.cells.flat()))
    // The state's total stands alone here, so only its own size can hide it.
    return { measure, total: totalAlone(cells.flat(), threshold), categories: [], counties: [], note: 'The program is still too small for figures by county: only the total of the state and the year is published.' };
  return {
    measure,
    total: shown.total,
    categories: withNames(shown.columnTotals),
    counties: counties.map(({ name }, row) => ({ county: name, total: shown.rowTotals[row] ?? null, categories: withNames(shown.cells[row] ?? []) })),
    note: shown.cells.flat().includes(null) ? `Counts from 1 to ${threshold - 1} are hidden, and those that would give them away.` : null,
  };
}

function isTooSmall(counts: readonly number[], shown: readonly (number | null)[]): boolean {
  const filled = counts.filter((count) => count > 0).length;
  return shown.filter((count) => count === null).length > filled * mostHidden;
}

function totalAlone(counts: readonly number[], threshold: number): number | null {
  const total = counts.reduce((sum, count) => sum + count, 0);
  return total > 0 && total < threshold ? null : total;
}
