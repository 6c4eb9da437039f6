import type { CoupledInstance } from './coupled.ts';
import { bestWays, searchWays, type Group, type Way, type Worth } from './groups.ts';
import { LinearProgram } from './linear-program.ts';

/** Part of an assignment problem: these groups, with the places that the others leave. */
export interface Part {
  readonly groups: readonly Group[];
  /** What each place that is left is worth, for each mentor. */
  readonly places: readonly (readonly number[])[];
  /** What each quota has left. */
  readonly quotas: readonly { readonly mentors: ReadonlySet<number>; readonly left: number }[];
  /** Of each group, a way to begin with. */
  readonly start: readonly Way['mentors'][];
}

export interface PartSolution {
  /** Of each group, in the order of its needs; the start where nothing better was found. */
  readonly ways: readonly Way['mentors'][];
  /** What no answer for this part exceeds. */
  readonly bound: number;
}

/** What is not worth mentioning, of values in whole points. */
const slight = 1e-3;

/** Two answers that are not worth the same differ by one point at least. */
const wholePoint = 0.9;

/** So many of a group's ways come in at a time: more make fewer programs, each of them larger. */
const atOnce = 6;

/** So many ways are looked at, at most, to prove that an answer is the best. */
const mostWays = 60_000;

/**
 * Chooses a way for every group. A relaxed program names a price for every mentor; each group offers its best ways at those
 * prices, until none of them is worth more than it costs. Then its worth bounds every answer, and an answer that is so many points
 * below the bound holds no way that is further than that from its price. So the ways within a few points are searched for an
 * answer within those points: what is found is the best there is, and if there is none, the bound comes down and more
 * ways are looked at. `each` is what serving one need is worth. Finding prices takes half of the `seconds` at most.
 */
export async function solveByWays(coupled: CoupledInstance, part: Part, each: number, seconds: number): Promise<PartSolution> {
  const began = performance.now();
  const secondsTo = (share: number): number => Math.max(0, seconds * share - (performance.now() - began) / 1_000);
  const ways = new WaysOfGroups(coupled, part, each);
  const relaxed = await ways.relax(() => secondsTo(0.5));
  let [best, value, bound] = [part.start, ways.worthOf(part.start), relaxed.bound];
  if (!relaxed.prices) return { ways: best, bound };
  const fraction = bound - Math.floor(bound + slight);
  for (let further = 1; bound - value >= wholePoint && secondsTo(1) > 0; further = Math.max(4 * further, part.groups.length / 40)) {
    const anyBetter = relaxed.bound - value - wholePoint;
    const within = Math.min(fraction + further, anyBetter);
    const found = await ways.searchWithin(relaxed.prices, within, () => secondsTo(1));
    if (found.ways) [best, value] = [found.ways, ways.worthOf(found.ways)];
    if (!found.finished) break;
    bound = found.ways || within === anyBetter ? value : relaxed.bound - within;
  }
  return { ways: best, bound: bound - value < wholePoint ? value : bound };
}

/** What each row of the relaxed program is worth. */
interface Prices {
  readonly groups: readonly number[];
  readonly mentors: readonly number[];
  readonly quotas: readonly number[];
}

class WaysOfGroups {
  readonly #coupled: CoupledInstance;
  readonly #part: Part;
  readonly #each: number;

  constructor(coupled: CoupledInstance, part: Part, each: number) {
    [this.#coupled, this.#part, this.#each] = [coupled, part, each];
  }

  /** What no answer exceeds, and the prices that prove it: the least that was found until time was up; none when that was nothing. */
  async relax(secondsLeft: () => number): Promise<{ readonly bound: number; readonly prices: Prices | null }> {
    const { groups, places, quotas, start } = this.#part;
    const program = new LinearProgram();
    const none = Number.NEGATIVE_INFINITY; // a row that could be held from below would have a price below 0
    const rows = { groups: groups.map(() => program.row(none, 1)), mentors: places.map(() => program.row(0, 0)), quotas: quotas.map(({ left }) => program.row(none, Math.max(0, left))) };
    for (const [mentor, worths] of places.entries()) for (const worth of worths) program.column(worth, 1, [[rows.mentors[mentor]!, -1]]);
    const known = new Set<string>();
    const add = (group: number, mentors: Way['mentors']): void => {
      const key = `${group}:${mentors.join()}`;
      if (known.has(key) || mentors.every((mentor) => mentor === null)) return;
      known.add(key);
      program.column(this.#worthOfWay(group, mentors), Number.POSITIVE_INFINITY, [[rows.groups[group]!, 1], ...this.#entries(rows, mentors)]); // its group's row has it once at most
    };
    for (const [group, mentors] of start.entries()) add(group, mentors);
    let best: { readonly bound: number; readonly prices: Prices | null } = { bound: Number.POSITIVE_INFINITY, prices: null };
    try {
      while (secondsLeft() > 0) {
        const { worth, prices: each, finished } = await program.solve({ seconds: secondsLeft() });
        if (!finished) break;
        const priceOf = (row: number): number => each[row] ?? 0;
        const prices = { groups: rows.groups.map(priceOf), mentors: rows.mentors.map(priceOf), quotas: rows.quotas.map(priceOf) };
        const worthAt = this.#worthAt(prices);
        const before = known.size;
        let missing = 0;
        for (const [group, its] of groups.entries()) {
          const found = bestWays(its, this.#coupled, worthAt, prices.groups[group]! + slight / groups.length, atOnce);
          for (const { mentors } of found) add(group, mentors);
          if (!found[0]) continue;
          missing += found[0].worth - prices.groups[group]!;
          prices.groups[group] = found[0].worth; // so that no way is worth more than it costs
        }
        if (worth + missing < best.bound) best = { bound: worth + missing, prices };
        if (missing < slight || known.size === before) break;
      }
      return best;
    } finally {
      program.close();
    }
  }

  /** The best answer that is no more than `reach` points below what these prices prove; none where there is none. What is counted is what an answer loses, which keeps numbers small. */
  async searchWithin(prices: Prices, reach: number, secondsLeft: () => number): Promise<{ readonly ways: readonly Way['mentors'][] | null; readonly finished: boolean }> {
    const { groups, places, quotas } = this.#part;
    const program = new LinearProgram();
    const rows = { groups: groups.map(() => program.row(1, 1)), mentors: places.map(() => program.row(0, 0)), quotas: quotas.map(({ left }) => program.row(Math.max(0, left), Math.max(0, left))) };
    let unused = 0;
    for (const [mentor, worths] of places.entries())
      for (const worth of worths) {
        const gain = worth + prices.mentors[mentor]!;
        unused += Math.max(0, gain);
        program.column(gain, 1, [[rows.mentors[mentor]!, -1]]);
      }
    for (const [quota, { left }] of quotas.entries()) program.column(-prices.quotas[quota]!, Math.max(0, left), [[rows.quotas[quota]!, 1]]);
    const columns: { readonly group: number; readonly mentors: Way['mentors']; readonly column: number }[] = [];
    const worth = this.#worthAt(prices);
    for (const [group, its] of groups.entries()) {
      const price = prices.groups[group]!;
      const least = price - reach - slight;
      const add = (mentors: Way['mentors'], gain: number): unknown => columns.push({ group, mentors, column: program.column(gain - price, 1, [[rows.groups[group]!, 1], ...this.#entries(rows, mentors)]) });
      searchWays(its, this.#coupled, worth, least, ({ mentors, worth: gain }) => {
        add(mentors, gain);
        return columns.length > mostWays ? Number.POSITIVE_INFINITY : least;
      });
      if (columns.length > mostWays) return { ways: null, finished: false };
    }
    try {
      const { values, finished } = await program.solve({ whole: true, atLeast: unused - reach - slight, short: wholePoint, seconds: secondsLeft() });
      if (!values) return { ways: null, finished };
      const ways = groups.map(({ needs }): Way['mentors'] => needs.map(() => null));
      for (const { group, mentors, column } of columns) if ((values[column] ?? 0) > 0.5) ways[group] = mentors;
      return { ways, finished };
    } finally {
      program.close();
    }
  }

  /** Of whole ways, in points. */
  worthOf(ways: readonly Way['mentors'][]): number {
    const taken = this.#part.places.map(() => 0);
    let value = 0;
    for (const [group, mentors] of ways.entries()) {
      value += this.#worthOfWay(group, mentors);
      for (const mentor of mentors) if (mentor !== null) value += this.#part.places[mentor]?.[taken[mentor]!++] ?? Number.NaN;
    }
    return value;
  }

  /** What a need's mentor is worth less what they cost. */
  #worthAt(prices: Prices): Worth {
    const cost = prices.mentors.map((price, mentor) => this.#part.quotas.reduce((sum, { mentors }, quota) => sum + (mentors.has(mentor) ? prices.quotas[quota]! : 0), price));
    const { choices } = this.#coupled.instance;
    return (need, at) => this.#each + choices[need]!.points[at]! - cost[choices[need]!.mentors[at]!]!; // a choice of that very need
  }

  /** How often a way counts for each mentor and each quota. */
  #entries(rows: { readonly mentors: readonly number[]; readonly quotas: readonly number[] }, mentors: Way['mentors']): [row: number, factor: number][] {
    const entries = new Map<number, number>();
    const count = (row: number): unknown => entries.set(row, (entries.get(row) ?? 0) + 1);
    for (const mentor of mentors) {
      if (mentor === null) continue;
      count(rows.mentors[mentor]!);
      for (const [quota, { mentors: within }] of this.#part.quotas.entries()) if (within.has(mentor)) count(rows.quotas[quota]!);
    }
    return [...entries];
  }

  #worthOfWay(group: number, mentors: Way['mentors']): number {
    const { choices } = this.#coupled.instance;
    return this.#part.groups[group]!.needs.reduce((sum, need, place) => {
      const [{ mentors: those, points }, mentor] = [choices[need]!, mentors[place] ?? null];
      return mentor === null ? sum : sum + this.#each + points[those.indexOf(mentor)]!; // a choice of that very need
    }, 0);
  }
}
