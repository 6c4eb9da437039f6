import { percentile, spreadOf, type Spread } from '../measure.ts';
import type { Arrived } from './one-arrival.process.ts';
import type { Figures, Measured } from './measured.ts';
import { isPlenty } from './sizes.ts';

export const rounded = (value: number | null): number | null => (value === null || !Number.isFinite(value) ? null : Number(value.toPrecision(4)));

/** The middle one of some ratios, and how far they lie apart. */
export const ratioIn = ({ median, least, most }: Spread): { ratio: number | null; least: number | null; most: number | null } => ({ ratio: rounded(median), least: rounded(least), most: rounded(most) });

/** How long ours took beside a candidate, by the clock and of all processors, as a share: the ratios of the rounds in which both ran. */
export function oursToIts({ solved, besides }: Figures): { readonly time: Spread; readonly cpu: Spread } {
  const ratios = (which: 'ms' | 'cpuMs'): Spread => spreadOf(besides.map((ours, round) => ours[which] / (solved[round]?.[which] ?? Number.NaN)));
  return { time: ratios('ms'), cpu: ratios('cpuMs') };
}

/** Why there are no rounds of it; nothing where there are. */
export const whyNone = ({ notRun, stopped }: Figures): string => (notRun ? `not run: ${notRun}` : stopped ? `stopped in its first round after ${stopped.afterSeconds} s` : '');

/** One row for each candidate: what it cost, beside ours in the same rounds, and what came of it. */
export function rowsOf({ what, figures }: Measured): object[] {
  return [...figures.values()].map((each) => {
    const { name, solved, memory } = each;
    const of = (which: 'ms' | 'cpuMs', share = 0.5): number | null => (solved.length > 0 ? rounded(percentile(solved.map((one) => one[which]), share)) : null);
    const [last, ratios] = [solved.at(-1), oursToIts(each)];
    const { ratio: timeOursToIts, least, most } = ratioIn(ratios.time);
    return {
      ...{ what, solver: name, rounds: solved.length, ms: of('ms'), slowestMs: of('ms', 1), cpuMs: of('cpuMs'), timeOursToIts, least, most, cpuOursToIts: rounded(ratios.cpu.median) },
      ...{ peakMb: rounded(memory.peakMb), ownMb: rounded(memory.ownMb), points: last?.points ?? null, leftOut: last?.leftOut ?? null, longestWait: last?.longestWait ?? null, loadSpread: rounded(last?.loadSpread ?? null), proven: last ? solved.every(({ proven }) => proven) : null },
      note: whyNone(each),
    };
  });
}

/** One arrival beside a whole run, as a share of its time. */
export const arrivalToWhole = (arrivals: readonly Arrived[]): Spread => spreadOf(arrivals.map(({ ms, wholeMs }) => ms / wholeMs));

export function arrivalRow({ what, arrivals }: Measured): object {
  const middle = (of: (arrived: Arrived) => number): number | null => rounded(percentile(arrivals.map(of), 0.5));
  return { what: `one arrival: ${what}`, rounds: arrivals.length, ms: middle(({ ms }) => ms), slowestMs: rounded(Math.max(...arrivals.map(({ slowestMs }) => slowestMs))), wholeRunMs: middle(({ wholeMs }) => wholeMs), ...ratioIn(arrivalToWhole(arrivals)), proven: arrivals.every(({ proven }) => proven) };
}

/** With what power of the number of pairs each candidate's time grows, over all sizes with places enough at which it ended. */
export function growthRows(measured: readonly Measured[]): object[] {
  const plenty = measured.filter(isPlenty);
  const names = [...(plenty[0]?.figures.keys() ?? [])];
  return names.map((solver) => {
    const points = plenty.flatMap(({ size, figures }) => {
      const ms = percentile(figures.get(solver)?.solved.map((each) => each.ms) ?? [], 0.5);
      return Number.isFinite(ms) ? [{ families: size.needs, pairs: size.needs * size.candidates, ms }] : [];
    });
    return { what: 'how time grows with pairs: the power', solver, power: rounded(powerOf(points)), families: points.map(({ families }) => families).join(', ') };
  });
}

/** By the least squares of logarithms. */
function powerOf(points: readonly { readonly pairs: number; readonly ms: number }[]): number {
  const logs = points.map(({ pairs, ms }) => ({ x: Math.log(pairs), y: Math.log(ms) }));
  const mean = (of: (log: { x: number; y: number }) => number): number => logs.reduce((sum, each) => sum + of(each), 0) / logs.length;
  const [middle, height] = [mean(({ x }) => x), mean(({ y }) => y)];
  return logs.reduce((sum, { x, y }) => sum + (x - middle) * (y - height), 0) / logs.reduce((sum, { x }) => sum + (x - middle) ** 2, 0);
}
