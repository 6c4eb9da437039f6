import { describe, expect, it } from '@jest/globals';
import { thresholdOf } from './released-measures.ts';
import { releaseTables, type ReleasedTable, type StateCount } from './release-table.ts';

const counties = ['King', 'Pierce', 'Spokane'].map((name) => ({ slug: name.toLowerCase(), name, fips: '53000' }));
const visits = (...byCounty: readonly (readonly [number, number, number])[]): StateCount[] =>
  byCounty.flatMap((row, place) => ['NATURAL', 'AGENCY', 'VIRTUAL'].map((category, column) => ({ county: counties[place]!.slug, measure: 'VISITS_HELD', category, count: row[column]! })));
const tableOf = (counts: readonly StateCount[]): ReleasedTable => releaseTables(counties, counts, 10).find(({ measure }) => measure === 'VISITS_HELD')!;
const countsOf = ({ counties: rows }: ReleasedTable): (number | null)[][] => rows.map((row) => row.categories.map(({ count }) => count));

describe('a release', () => {
  it('shows everything where no count is small, and zero as zero', () => {
    const table = tableOf(visits([30, 40, 0], [50, 60, 12], [20, 10, 0]));
    expect(countsOf(table)).toEqual([[30, 40, 0], [50, 60, 12], [20, 10, 0]]);
    expect(table).toMatchObject({ total: 222, note: null });
  });

  it('hides a small count and what would give it away, and says so', () => {
    const table = tableOf(visits([30, 40, 20], [50, 3, 12], [20, 10, 33]));
    expect(countsOf(table).flat().filter((count) => count === null)).toHaveLength(4);
    expect(countsOf(table)[1]![1]).toBeNull();
    expect(table).toMatchObject({ total: 218, note: expect.stringContaining('1 to 9') });
  });

  it('publishes only the total while most of the table would be hidden, and says so', () => {
    expect(tableOf(visits([4, 5, 0], [3, 2, 0], [0, 1, 0]))).toMatchObject({ total: 15, categories: [], counties: [], note: expect.stringContaining('too small') });
  });

  it('hides even the total while it is small itself', () => {
    expect(tableOf(visits([1, 2, 0], [0, 0, 0], [0, 0, 0]))).toMatchObject({ total: null, counties: [] });
  });

  it('knows the threshold of Washington and of California, and is as strict as the stricter one elsewhere', () => {
    expect([thresholdOf(['53033', null]), thresholdOf(['06037']), thresholdOf(['41051']), thresholdOf([null]), thresholdOf(['53033', '06037'])]).toEqual([10, 11, 11, 11, 11]);
  });
});
