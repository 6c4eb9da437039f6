/** One figure beside its alternative: medians in milliseconds over interleaved rounds, and the median of the rounds' ratios. */
export interface Comparison {
  readonly what: string;
  readonly ms: number;
  readonly p95: number;
  readonly against: string;
  readonly againstMs: number;
  readonly ratio: number;
}

/** What a row says of a goal. */
export interface Judged {
  readonly goal: string;
  readonly met: 'met' | 'missed' | 'not judged';
}

export const judged = (goal: string, found: number, atMost: number): Judged => ({ goal, met: found <= atMost ? 'met' : 'missed' });

/** With FC_BENCH_TRY=1 everything runs once, to see that each row comes to its end: what is found so is not kept. */
export const isTrial = process.env['FC_BENCH_TRY'] === '1';

/** So many rounds, or one in a trial. */
export const roundsOf = (rounds: number): number => (isTrial ? 1 : rounds);

export const percentile = (values: readonly number[], share: number): number => [...values].sort((one, other) => one - other)[Math.floor((values.length - 1) * share)] ?? Number.NaN;

/** The middle one of some figures, with the least and the most of them. */
export interface Spread {
  readonly median: number;
  readonly least: number;
  readonly most: number;
}

export const spreadOf = (values: readonly number[]): Spread => ({ median: percentile(values, 0.5), least: Math.min(...values), most: Math.max(...values) });

const round = (value: number): number => Math.round(value * 100) / 100;

/** What is measured; `prepare` belongs to each time and does not count. */
export interface Way {
  readonly prepare: () => Promise<void>;
  readonly run: () => Promise<unknown>;
}

async function times(way: Way | Way['run'], count: number): Promise<number[]> {
  const { prepare, run } = typeof way === 'function' ? { prepare: undefined, run: way } : way;
  const taken: number[] = [];
  for (let n = 0; n < count; n += 1) {
    await prepare?.();
    const began = performance.now();
    await run();
    taken.push(performance.now() - began);
  }
  return taken;
}

/** Measures both in turn, round by round, so that a machine that slows down slows both. */
export async function compare(what: string, run: Way | Way['run'], against: string, other: Way | Way['run'], { rounds = 9, perRound = 30 } = {}): Promise<Comparison> {
  await times(run, perRound);
  await times(other, perRound);
  const mine: number[] = [];
  const theirs: number[] = [];
  const ratios: number[] = [];
  for (let n = 0; n < roundsOf(rounds); n += 1) {
    const a = await times(run, perRound);
    const b = await times(other, perRound);
    mine.push(...a);
    theirs.push(...b);
    ratios.push(percentile(a, 0.5) / percentile(b, 0.5));
  }
  return { what, ms: round(percentile(mine, 0.5)), p95: round(percentile(mine, 0.95)), against, againstMs: round(percentile(theirs, 0.5)), ratio: round(percentile(ratios, 0.5)) };
}
