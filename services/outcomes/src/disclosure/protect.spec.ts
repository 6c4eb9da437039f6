import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { protect, type ProtectedTable } from './protect.ts';

type Counts = readonly (readonly number[])[];

const tables = (maxRows: number, maxColumns: number, count: fc.Arbitrary<number>): fc.Arbitrary<number[][]> =>
  fc
    .tuple(fc.integer({ min: 1, max: maxRows }), fc.integer({ min: 1, max: maxColumns }))
    .chain(([rows, columns]) => fc.array(fc.array(count, { minLength: columns, maxLength: columns }), { minLength: rows, maxLength: rows }));

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
const columnSums = (counts: Counts): number[] => (counts[0] ?? []).map((_, column) => sum(counts.map((row) => row[column] ?? 0)));
const whole = (counts: Counts): number[] => [...counts.flat(), ...counts.map(sum), ...columnSums(counts), sum(counts.flat())];
const published = ({ cells, rowTotals, columnTotals, total }: ProtectedTable): (number | null)[] => [...cells.flat(), ...rowTotals, ...columnTotals, total];

/**
 * What an attacker does who has all the time: tries every table of counts and keeps those that agree with everything shown.
 * Counts more than `threshold` above the true one are left out; they would only add to what must be thought possible.
 */
function possibleValues(counts: Counts, shown: readonly (number | null)[], threshold: number): Set<number>[] {
  const columns = counts[0]?.length ?? 0;
  const truth = counts.flat();
  const seen = shown.map(() => new Set<number>());
  const guess = [...truth];
  const tryFrom = (cell: number): void => {
    if (cell < truth.length) {
      const fixed = shown[cell] ?? null;
      const [lowest, highest] = fixed === null ? [0, (truth[cell] ?? 0) + threshold] : [fixed, fixed];
      for (let value = lowest; value <= highest; value += 1) {
        guess[cell] = value;
        tryFrom(cell + 1);
      }
      return;
    }
    const candidate = whole(counts.map((_, row) => guess.slice(row * columns, (row + 1) * columns)));
    if (candidate.every((value, place) => shown[place] === null || shown[place] === value)) candidate.forEach((value, place) => seen[place]?.add(value));
  };
  tryFrom(0);
  return seen;
}

describe('protect', () => {
  it('leaves an attacker who tries every table with possible values at least a threshold apart for each hidden count and total', () => {
    const small = fc.oneof(tables(2, 2, fc.integer({ min: 0, max: 7 })), tables(4, 1, fc.integer({ min: 0, max: 7 })));
    fc.assert(
      fc.property(small, fc.integer({ min: 2, max: 5 }), (counts, threshold) => {
        const shown = published(protect(counts, threshold));
        possibleValues(counts, shown, threshold).forEach((values, place) => {
          if (shown[place] === null) expect(Math.max(...values) - Math.min(...values)).toBeGreaterThanOrEqual(threshold);
        });
      }),
      { numRuns: 150 },
    );
  });

  it('hides every small count and total, shows zero as zero, and changes nothing that it shows', () => {
    fc.assert(
      fc.property(tables(6, 4, fc.oneof(fc.integer({ min: 0, max: 14 }), fc.integer({ min: 0, max: 300 }))), fc.constantFrom(10, 11), (counts, threshold) => {
        const truth = whole(counts);
        published(protect(counts, threshold)).forEach((value, place) => {
          const real = truth[place] ?? -1;
          if (real > 0 && real < threshold) expect(value).toBeNull();
          else if (real === 0) expect(value).toBe(0);
          else expect([real, null]).toContain(value);
        });
      }),
    );
  });

  it('hides nothing when no count or total is small', () => {
    fc.assert(
      fc.property(tables(6, 4, fc.oneof(fc.constant(0), fc.integer({ min: 11, max: 500 }))), (counts) => {
        expect(published(protect(counts, 11))).toEqual(whole(counts));
      }),
    );
  });

  it('hides a second count beside a lone small one, because the total would give it away', () => {
    const { cells, total } = protect([[4], [30], [52]], 10);
    expect(cells).toEqual([[null], [null], [52]]);
    expect(total).toBe(86);
  });

  it('needs no second count when two small ones together reach the threshold', () => {
    expect(protect([[4], [7], [52]], 10).cells).toEqual([[null], [null], [52]]);
  });

  it('hides a third count when two small ones together do not reach the threshold', () => {
    const { cells, total } = protect([[4], [5], [52], [80]], 10);
    expect(cells.flat().filter((count) => count === null)).toHaveLength(3);
    expect(total).toBe(141);
  });

  it('closes the square in a table of two directions, since a row and a column each give a lone count away', () => {
    const { cells, rowTotals, columnTotals, total } = protect(
      [
        [3, 40, 50],
        [60, 70, 80],
        [90, 20, 30],
      ],
      10,
    );
    expect(cells.flat().filter((count) => count === null)).toHaveLength(4);
    expect([...rowTotals, ...columnTotals, total]).not.toContain(null);
  });
});
