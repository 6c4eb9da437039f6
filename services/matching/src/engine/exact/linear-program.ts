import loader, { type Highs } from 'highs';

/** Its types describe the CommonJS build, where the function is one level deeper than in the ES module that is loaded here. */
const loadHighs = loader as unknown as () => Promise<Highs>;

/** One solver in WebAssembly for the process; it holds nothing between programs. */
let loading: Promise<Highs> | undefined;

/** What a program came to. */
export interface ProgramSolution {
  /** Of each column; null when time was up before anything was found, or nothing meets all rows. */
  readonly values: ArrayLike<number> | null;
  /** What the best possible is worth at most, as far as it is proven. */
  readonly bound: number;
  /** False when time was up before the search came to its end. */
  readonly finished: boolean;
}

/** A linear program that is made column by column, to be worth as much as possible; HiGHS solves it. */
export class LinearProgram {
  readonly #lower: number[] = [];
  readonly #upper: number[] = [];
  readonly #worth: number[] = [];
  readonly #most: number[] = [];
  readonly #starts: number[] = [0];
  readonly #rows: number[] = [];
  readonly #factors: number[] = [];

  /** A row whose sum lies between the two. Answers its number. */
  row(lower: number, upper: number): number {
    this.#lower.push(lower);
    return this.#upper.push(upper) - 1;
  }

  /** A column between 0 and `most`, worth so much a unit, which counts by a factor in some rows. Answers its number. */
  column(worth: number, most: number, entries: readonly (readonly [row: number, factor: number])[]): number {
    for (const [row, factor] of entries) {
      this.#rows.push(row);
      this.#factors.push(factor);
    }
    this.#starts.push(this.#rows.length);
    this.#worth.push(worth);
    return this.#most.push(most) - 1;
  }

  /** `whole`: columns take whole numbers alone. `gap`: how far below the bound, as a share, is good enough. `seconds`: when to stop with the best found. */
  async solve({ whole = false, gap = 0, seconds = Number.POSITIVE_INFINITY } = {}): Promise<ProgramSolution> {
    const highs = await (loading ??= loadHighs());
    const [numCols, numRows] = [this.#worth.length, this.#lower.length];
    if (numCols === 0) return { values: [], bound: 0, finished: true };
    const { objectiveSense, variableType, modelStatus } = highs.constants;
    const model = highs.createModel();
    try {
      model.options.set('output_flag', false);
      model.options.set('mip_rel_gap', gap);
      if (Number.isFinite(seconds)) model.options.set('time_limit', seconds);
      model.passModel({
        ...{ numCols, numRows, sense: objectiveSense.maximize, colCost: this.#worth, colLower: this.#worth.map(() => 0), colUpper: this.#most },
        ...{ rowLower: this.#lower, rowUpper: this.#upper },
        matrix: { format: 'csc', numRows, numCols, starts: this.#starts, indices: this.#rows, values: this.#factors },
        ...(whole ? { integrality: this.#worth.map(() => variableType.integer) } : {}),
      });
      const { modelStatus: ended } = model.run();
      const { colValue } = model.getSolution();
      const objective = model.getObjectiveValue();
      const optimal = ended === modelStatus.optimal;
      const found = optimal || (ended === modelStatus.timeLimit && colValue.length === numCols && Number.isFinite(objective));
      const bound = whole ? Number(model.info.get('mip_dual_bound')) : optimal ? objective : Number.POSITIVE_INFINITY;
      return { values: found ? colValue : null, bound, finished: ended !== modelStatus.timeLimit };
    } finally {
      model.dispose();
    }
  }
}
