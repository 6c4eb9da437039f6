import type { CouplesSize } from '@fc/matching/engine';
import { percentile, roundsOf } from '../measure.ts';
import { held, open, type Found } from './goals.ts';
import { inAProcess } from './in-a-process.ts';
import { rounded } from './rows.ts';
import type { SolvedTogether, Together } from './together.process.ts';

/** With a fifth more places than needs, or two for three. */
const sizes: readonly CouplesSize[] = [
  { couples: 100, mentors: 70, days: 5, candidates: 20, seed: 1 },
  { couples: 300, mentors: 120, days: 5, candidates: 20, seed: 2 },
  { couples: 300, mentors: 210, days: 5, candidates: 20, seed: 1 },
  { couples: 1_000, mentors: 700, days: 5, candidates: 30, seed: 1 },
  { couples: 5_000, mentors: 3_500, days: 5, candidates: 30, seed: 1 },
];

/** Up to so many families the answer is to be proven the best, above it has a bound. */
const exactly = 300;
/** So long one search may take; no round begins after `seconds`, and whoever hangs is ended. */
const [searchSeconds, seconds, hangingSeconds] = [90, 5, 180];

/** Families whose two mentors must be free together, each size in a process of its own; beside greedy and first come under the same rule, and the flow that does not know of it. */
export async function together(): Promise<object[]> {
  const [rows, goals]: [object[], Found[]] = [[], []];
  for (const size of sizes) {
    const { rounds } = await inAProcess<SolvedTogether>('together.process.ts', { size, rounds: roundsOf(9), seconds, searchSeconds } satisfies Together, hangingSeconds);
    const what = `${size.couples.toLocaleString('en-US')} families, ${(2 * size.mentors).toLocaleString('en-US')} mentors for both sides`;
    const [first] = rounds;
    if (!first) throw new Error(`${what}: no answer within ${hangingSeconds} s.`);
    rows.push(rowOf(what, first, rounds));
    goals.push(...goalsOf(what, first, size.couples <= exactly));
  }
  return [...rows, ...goals];
}

function rowOf(what: string, first: SolvedTogether, rounds: readonly SolvedTogether[]): object {
  const { served, servedAtMost, points, pointsAtMost, apart, proven, cutShort, gap, atOnce, greedy, firstCome, peakMb, ownMb } = first;
  const middle = (of: (solved: SolvedTogether) => number): number | null => rounded(percentile(rounds.map(of), 0.5));
  return {
    ...{ what, rounds: rounds.length, ms: middle(({ ms }) => ms), slowestMs: rounded(Math.max(...rounds.map(({ ms }) => ms))), atOnceMs: middle((each) => each.atOnce.ms), uncoupledMs: middle((each) => each.apart.ms), peakMb: rounded(peakMb), ownMb: rounded(ownMb) },
    ...{ served, servedAtMost, points, pointsAtMost, proven, cutShort, gapPercent: rounded(100 * gap), uncoupledServed: apart.served, uncoupledPoints: apart.points, atOnceServed: atOnce.served, atOncePoints: atOnce.points },
    ...{ greedyServed: greedy.served, greedyPoints: greedy.points, firstComeServed: firstCome.served, firstComePoints: firstCome.points },
  };
}

/** Of a gap, one family outweighs all points: so points have a goal of their own, where as many are served as can be. */
function goalsOf(what: string, first: SolvedTogether, isExact: boolean): Found[] {
  if (isExact) return [held(what, 'proven to be the best (answers that are not)', 0, first.proven ? 0 : 1, first.cutShort ? `cut short after ${searchSeconds} s, ${rounded(100 * first.gap)} % below the bound` : '')];
  const most = first.pointsAtMost;
  const inPoints = 'per cent below the bound, in points of as many served';
  return [
    held(what, 'per cent below the bound, families before points', 1, 100 * first.gap),
    most === null ? open(what, inPoints, 'the bound serves more families than can be') : held(what, inPoints, 1, (100 * (most - first.points)) / most),
  ];
}
