import { judged, type Judged } from './measure.ts';
import type { Figures, SolverName } from './matching-solver.ts';

/** All that was measured of one size; memory is of a process in which that solver ran first. */
export interface Measured {
  readonly what: string;
  readonly needs: number;
  readonly figures: ReadonlyMap<SolverName, Figures>;
  readonly megabytes: ReadonlyMap<SolverName, number>;
}

/** A goal beside what was found. */
export interface Found extends Judged {
  readonly what: string;
  readonly atMost: number;
  readonly found: number;
}

const round = (value: number): number => Number(value.toPrecision(3));
const held = (what: string, goal: string, atMost: number, found: number): Found => ({ what, atMost: round(atMost), found: round(found), ...judged(goal, found, atMost) });

/** Every goal that this size has a figure for. A share of time is the middle one of rounds in which both ran in turn. */
export function goalsOf({ what, needs, figures, megabytes }: Measured): Found[] {
  const [ours, greedy, highs, munkres, arrival] = (['ours', 'greedy', 'HiGHS', 'munkres', 'one arrival'] as const).map((solver) => figures.get(solver));
  if (!ours || !greedy) return [];
  const rows = [held(what, 'a valid certificate (answers without one)', 0, ours.proven ? 0 : 1), held(what, 'nobody left out whom greedy serves (more left out than by greedy)', 0, ours.leftOut - greedy.leftOut)];
  if (needs >= 1_000) rows.push(held(what, needs >= 50_000 ? 'time to greedy, 2.5 million pairs' : 'time to greedy', needs >= 50_000 ? 4 : 5, ours.ms / greedy.ms));
  if (highs) {
    rows.push(held(what, 'objective equal to HiGHS (difference in families and points)', 0, Math.abs(highs.leftOut - ours.leftOut) + Math.abs(highs.points - ours.points)));
    if (needs >= 1_000) rows.push(held(what, 'time to HiGHS', 1 / 30, highs.oursToIts));
  }
  const most = figures.get('points first')?.points;
  if (most) rows.push(held(what, 'points that serving as many as possible costs, as a share', 0.000_6, 1 - ours.points / most));
  if (munkres && needs >= 1_000) rows.push(held(what, 'time to munkres', 1 / 8, munkres.oursToIts));
  const [own, its] = [megabytes.get('ours'), megabytes.get('HiGHS')];
  if (own && its) rows.push(held(what, 'memory to HiGHS', 0.4, own / its));
  if (arrival && needs >= 1_000) rows.push(held(what, 'one arrival to a whole run', 1 / 50, arrival.ms / ours.ms));
  return rows;
}

/** With what power of the number of pairs the time grows, by the least squares of logarithms. */
export function growth(points: readonly (readonly [pairs: number, ms: number])[]): number {
  const logs = points.map(([pairs, ms]) => [Math.log(pairs), Math.log(ms)] as const);
  const mean = (at: 0 | 1): number => logs.reduce((sum, each) => sum + each[at], 0) / logs.length;
  const [middle, height] = [mean(0), mean(1)];
  return round(logs.reduce((sum, [x, y]) => sum + (x - middle) * (y - height), 0) / logs.reduce((sum, [x]) => sum + (x - middle) ** 2, 0));
}
