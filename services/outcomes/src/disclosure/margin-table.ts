/** A table of counts with its totals: the last row is the total of the rows, the last column the total of the columns. */
export class MarginTable {
  readonly rows: number;
  readonly columns: number;
  readonly #values: readonly number[];

  /** `counts` are whole numbers from 0, row by row, without totals; every row is of one length. */
  constructor(counts: readonly (readonly number[])[]) {
    const withTotals = counts.map((row) => [...row, sum(row)]);
    const width = (counts[0]?.length ?? 0) + 1;
    if (withTotals.some((row) => row.length !== width || row.some((count) => !Number.isSafeInteger(count) || count < 0))) throw new RangeError('A table has rows of one length, of counts from 0.');
    const totals = Array.from({ length: width }, (_, column) => sum(withTotals.map((row) => row[column] ?? 0)));
    this.rows = counts.length + 1;
    this.columns = width;
    this.#values = [...withTotals, totals].flat();
  }

  /** Cells are numbered row by row, totals included. */
  get size(): number {
    return this.#values.length;
  }

  at(cell: number): number {
    return this.#values[cell] ?? 0;
  }

  rowOf(cell: number): number {
    return Math.floor(cell / this.columns);
  }

  columnOf(cell: number): number {
    return cell % this.columns;
  }

  /** In how many directions the cell is a total: 0 for a count, 1 for the total of a row or a column, 2 for the total of all. */
  totality(cell: number): 0 | 1 | 2 {
    return (Number(this.rowOf(cell) === this.rows - 1) + Number(this.columnOf(cell) === this.columns - 1)) as 0 | 1 | 2; // a sum of two of 0 and 1
  }
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
