import loader, { type Highs } from 'highs';

/** Its types describe the CommonJS build, where the function is one level deeper than in the ES module that is loaded here. */
const loadHighs = loader as unknown as () => Promise<Highs>;

/** One solver in WebAssembly for the process; it holds nothing between programs. */
let loading: Promise<Highs> | undefined;

/** What a program came to. */
export interface ProgramSolution {
  /** Of each column; null when time was up before anything was found, or nothing meets all rows. */
  readonly values: ArrayLike<number> | null;
  /** Of all columns together; less than anything where there are no values. */
  readonly worth: number;
  /** Of each row, what one unit more of it would be worth; of whole numbers there are none. */
  readonly prices: ArrayLike<number>;
  /** False when time was up before the search came to its end. */
  readonly finished: boolean;
}

export interface ProgramOptions {
  /** Columns take whole numbers alone. */
  readonly whole?: boolean;
  /** An answer that is worth less is none: the search need not look where there is nothing else. */
  readonly atLeast?: number;
  /** How much less than the best is good enough. */
  readonly short?: number;
  /** When to stop with the best found. */
  readonly seconds?: number;
}

/**
 * A linear program that is made column by column, to be worth as much as possible; HiGHS solves it. Its rows come first. After it
 * was solved it may get more columns, and be solved again from where it was. It holds memory of the solver until it is closed.
 */
export class LinearProgram {
  readonly #lower: number[] = [];
  readonly #upper: number[] = [];
  readonly #columns = { worth: [] as number[], most: [] as number[], starts: [0], rows: [] as number[], factors: [] as number[] };
  #model: ReturnType<Highs['createModel']> | undefined;
  /** How many columns the solver knows. */
  #known = 0;

  /** A row whose sum lies between the two. Answers its number. */
  row(lower: number, upper: number): number {
    this.#lower.push(lower);
    return this.#upper.push(upper) - 1;
  }

  /** A column between 0 and `most`, worth so much a unit, which counts by a factor in some rows. Answers its number. */
  column(worth: number, most: number, entries: readonly (readonly [row: number, factor: number])[]): number {
    const { rows, factors, starts } = this.#columns;
    for (const [row, factor] of entries) {
      rows.push(row);
      factors.push(factor);
    }
    starts.push(rows.length);
    this.#columns.worth.push(worth);
    return this.#columns.most.push(most) - 1;
  }

  async solve({ whole = false, atLeast = Number.NEGATIVE_INFINITY, short = 0, seconds = Number.POSITIVE_INFINITY }: ProgramOptions = {}): Promise<ProgramSolution> {
    const highs = await (loading ??= loadHighs());
    const count = this.#columns.worth.length;
    if (count === 0) return { values: [], worth: 0, prices: this.#lower.map(() => 0), finished: true };
    const { variableType, modelStatus } = highs.constants;
    const model = this.#bring(highs);
    if (whole) model.changeColsIntegrality({ kind: 'range', from: 0, to: count - 1 }, Array.from({ length: count }, () => variableType.integer));
    model.options.set('time_limit', Number.isFinite(seconds) ? Math.max(0, seconds) : 1e9);
    model.options.set('mip_abs_gap', Math.max(1e-6, short));
    if (Number.isFinite(atLeast)) model.options.set('objective_bound', -atLeast);
    const { modelStatus: ended } = model.run();
    const { colValue, rowDual } = model.getSolution();
    const worth = -model.getObjectiveValue();
    const found = (ended === modelStatus.optimal || ended === modelStatus.timeLimit) && colValue.length === count && Number.isFinite(worth) && worth >= atLeast;
    return { values: found ? colValue : null, worth: found ? worth : Number.NEGATIVE_INFINITY, prices: rowDual.map((dual) => -dual), finished: ended !== modelStatus.timeLimit };
  }

  /** Gives back what the solver holds. */
  close(): void {
    this.#model?.dispose();
    this.#model = undefined;
    this.#known = 0;
  }

  /** The solver's own copy, with all columns; it looks for the least, so what is worth something costs its opposite there. */
  #bring(highs: Highs): ReturnType<Highs['createModel']> {
    const { worth, most, starts, rows, factors } = this.#columns;
    if (!this.#model) {
      this.#model = highs.createModel();
      this.#model.options.set('output_flag', false);
      this.#model.options.set('mip_rel_gap', 0);
      const [numCols, numRows] = [worth.length, this.#lower.length];
      const matrix = { format: 'csc' as const, numRows, numCols, starts, indices: rows, values: factors };
      this.#model.passModel({ numCols, numRows, sense: highs.constants.objectiveSense.minimize, colCost: worth.map((each) => -each), colLower: worth.map(() => 0), colUpper: most, rowLower: this.#lower, rowUpper: this.#upper, matrix });
      this.#known = numCols;
    }
    for (; this.#known < worth.length; this.#known += 1) {
      const [from, to] = [starts[this.#known], starts[this.#known + 1]];
      this.#model.addCol(-worth[this.#known]!, 0, most[this.#known]!, { indices: rows.slice(from, to), values: factors.slice(from, to) }); // a known column
    }
    return this.#model;
  }
}
