import { judged, percentile, spreadOf, type Judged, type Spread } from '../measure.ts';
import type { Figures, Measured } from './measured.ts';
import { arrivalToWhole, oursToIts, rounded, whyNone } from './rows.ts';
import { isPlenty } from './sizes.ts';
import type { Solved } from './solve-in-turn.process.ts';

/** A goal beside what was found, which is the middle one of the rounds, with the least and the most of them. */
export interface Found extends Judged {
  readonly what: string;
  readonly atMost: number | null;
  readonly found: number | null;
  readonly least: number | null;
  readonly most: number | null;
  readonly note: string;
}

/** What the goals beside HiGHS and munkres were set for. */
const sizeOfGoals = 5_000;
const notThatOfGoals = 'the goal is of 5,000 families with places for all of them';
const tooSmall = 'over in some milliseconds';

/** A goal that was met or missed. */
export function held(what: string, goal: string, atMost: number, found: number | Spread, note = ''): Found {
  const { median, least, most } = typeof found === 'number' ? spreadOf([found]) : found;
  return { what, ...judged(goal, median, atMost), atMost: rounded(atMost), found: rounded(median), least: rounded(least), most: rounded(most), note };
}

/** A goal that nothing is said of, and why; with what was found all the same, if anything. */
export function open(what: string, goal: string, note: string, found: Spread | null = null): Found {
  return { what, goal, met: 'not judged', atMost: null, found: rounded(found?.median ?? null), least: rounded(found?.least ?? null), most: rounded(found?.most ?? null), note };
}

/** Every goal of matching, for one instance. Where time is meant, the clock and the processors both have to keep to it: the greater ratio of the two is judged. */
export function goalsOf(measured: Measured): Found[] {
  const { what, size, figures, arrivals, mostPoints } = measured;
  const [ours, greedy, highs, munkres] = (['ours', 'greedy', 'HiGHS', 'munkres'] as const).map((name) => figures.get(name)!) as [Figures, Figures, Figures, Figures]; // each has figures, or why not
  const best = ours.solved[0]!; // it has been solved once at least, and so have all that are quick
  const unproven = [ours, highs, munkres].flatMap(({ besides }) => besides).filter(({ proven }) => !proven).length;
  const isSmall = size.needs < 1_000;
  const [greedyGoal, timesGreedy] = size.needs >= 50_000 ? ['time to greedy, 2.5 million pairs', 4] : ['time to greedy', 5];
  const arrival = arrivals.every(({ proven }) => proven) ? arrivalToWhole(arrivals) : Infinity;
  return [
    held(what, 'a valid certificate on every run (runs without)', 0, unproven),
    held(what, 'nobody left out whom the optimum could serve', 0, best.proven ? 0 : best.leftOut, `greedy leaves ${greedy.solved[0]!.leftOut - best.leftOut} more without anyone`),
    held(what, 'points that serving as many as possible costs, as a share', 0.000_6, 1 - best.points / mostPoints),
    ...[highs, munkres].flatMap((rival) => equalTo(what, best, rival)),
    ...besideRival(measured, ours, highs, 1 / 30),
    ...besideRival(measured, ours, munkres, 1 / 8),
    ...memoryBeside(measured, ours, highs),
    isSmall ? open(what, greedyGoal, tooSmall, slower(greedy)) : held(what, greedyGoal, timesGreedy, slower(greedy)),
    isSmall ? open(what, 'one arrival to a whole run', tooSmall, arrivalToWhole(arrivals)) : held(what, 'one arrival to a whole run', 1 / 50, arrival),
  ];
}

/** Of ours to theirs, by the clock or by processors, whichever is more. */
function slower(figures: Figures): Spread {
  const { time, cpu } = oursToIts(figures);
  return cpu.median > time.median ? cpu : time;
}

/** Nothing where it was not run: its own row says why. */
function equalTo(what: string, ours: Solved, rival: Figures): Found[] {
  const goal = `objective equal to ${rival.name} (difference in families and points)`;
  const [its] = rival.solved;
  if (its) return [held(what, goal, 0, Math.abs(its.leftOut - ours.leftOut) + Math.abs(its.points - ours.points))];
  return rival.stopped ? [open(what, goal, `${rival.name} was ${whyNone(rival)}`)] : [];
}

/** Those goals were set where there are places for all. Where there are too few, a linear program is easier, and the figure is told all the same. */
const isOfGoals = (measured: Measured): boolean => measured.size.needs >= sizeOfGoals && isPlenty(measured);

function besideRival(measured: Measured, ours: Figures, rival: Figures, atMost: number): Found[] {
  const { what } = measured;
  const goal = `time to ${rival.name}`;
  if (rival.solved.length > 0) return [isOfGoals(measured) ? held(what, goal, atMost, slower(rival), `rounds: ${rival.solved.length}`) : open(what, goal, notThatOfGoals, slower(rival))];
  if (!rival.stopped) return [];
  const took = percentile(ours.solved.map(({ cpuMs }) => cpuMs / 1_000), 0.5);
  const bound = took / (rival.stopped.cpuSeconds ?? Number.NaN);
  return [bound <= atMost ? held(what, goal, atMost, bound, `about at most so much: ${rival.name} was ${whyNone(rival)}`) : open(what, goal, `${rival.name} was ${whyNone(rival)}`)];
}

/** Whole processes, Node and the instance included. */
function memoryBeside(measured: Measured, ours: Figures, rival: Figures): Found[] {
  const { what } = measured;
  const goal = `memory to ${rival.name}`;
  const [own, its] = [ours.memory.peakMb, rival.memory.peakMb];
  if (rival.notRun) return [];
  if (own === null || its === null) return [open(what, goal, 'peaks of memory are read from /proc, which is not there')];
  return [measured.size.needs >= sizeOfGoals ? held(what, goal, 0.4, own / its, rival.stopped ? `at most so much: ${rival.name} was ${whyNone(rival)}` : '') : open(what, goal, notThatOfGoals, spreadOf([own / its]))];
}
