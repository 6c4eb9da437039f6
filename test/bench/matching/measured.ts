import { roundsOf } from '../measure.ts';
import { quick, rivals, type Candidate } from './candidates.ts';
import { inAProcess, type Told } from './in-a-process.ts';
import type { Arrived, OneArrival } from './one-arrival.process.ts';
import type { Measuring } from './sizes.ts';
import type { Solved, SolveInTurn } from './solve-in-turn.process.ts';

/** One candidate on one instance. */
export interface Figures {
  readonly name: Candidate;
  /** Of each round; empty where it was stopped in its first, or not run. */
  readonly solved: readonly Solved[];
  /** Ours, in the same rounds, in the same process. */
  readonly besides: readonly Solved[];
  /** The peak of a process in which nothing else ran, in MiB, and what of it came on top of the instance; at least so much where it was stopped. */
  readonly memory: { readonly peakMb: number | null; readonly ownMb: number | null };
  /** Where it was stopped in its first round. */
  readonly stopped: Told<Solved>['stopped'];
  readonly notRun: string | null;
}

/** All that was measured of one instance. */
export interface Measured extends Measuring {
  readonly figures: ReadonlyMap<Candidate, Figures>;
  readonly arrivals: readonly Arrived[];
  /** As many as can be had, whoever is left out for it. */
  readonly mostPoints: number;
}

const rounds = roundsOf(9);
/** Of what is not expected to hang: it begins no round after so long, and is ended as a failure much later. */
const [seconds, hangingSeconds] = [25, 300];

/** Candidates beside each other in one process, for the time; each quick one in another where it runs alone, for memory; rivals and arrivals in processes of their own. */
export async function measure(measuring: Measuring): Promise<Measured> {
  const { size } = measuring;
  const figures = new Map<Candidate, Figures>();
  const inTurn = async (names: readonly Candidate[], asked: Partial<SolveInTurn> = {}): Promise<readonly Solved[]> => ended(await inAProcess<Solved>('solve-in-turn.process.ts', { ...{ size, names, rounds, seconds }, ...asked }, hangingSeconds));
  const together = await inTurn(quick);
  for (const name of quick) {
    const [alone] = await inTurn([name], { rounds: 1 });
    figures.set(name, { name, ...inRounds(together, name), memory: alone!, stopped: null, notRun: null }); // its one round
  }
  for (const name of rivals) figures.set(name, await rival(measuring, name));
  const arrivals = ended(await inAProcess<Arrived>('one-arrival.process.ts', { size, rounds, seconds: seconds / 2 } satisfies OneArrival, hangingSeconds));
  const [pointsFirst] = await inTurn(['points first'], { rounds: 1 });
  return { ...measuring, figures, arrivals, mostPoints: pointsFirst!.points };
}

async function rival({ size, rivals: those }: Measuring, name: 'munkres' | 'HiGHS'): Promise<Figures> {
  const rivalry = those[name];
  const nothing: Figures = { name, solved: [], besides: [], memory: { peakMb: null, ownMb: null }, stopped: null, notRun: null };
  if ('notRun' in rivalry) return { ...nothing, notRun: rivalry.notRun };
  const { limitSeconds } = rivalry;
  const told = await inAProcess<Solved>('solve-in-turn.process.ts', { size, names: [name, 'ours'], rounds, seconds: limitSeconds / 2 } satisfies SolveInTurn, limitSeconds);
  const { solved, besides } = inRounds(told.rounds, name);
  if (solved[0]) return { ...nothing, solved, besides, memory: solved[0] }; // it came first in its process
  return { ...nothing, memory: { peakMb: told.stopped?.peakMb ?? null, ownMb: null }, stopped: told.stopped };
}

/** Rounds in which both ran: one that was stopped halfway is none. */
function inRounds(told: readonly Solved[], name: Candidate): Pick<Figures, 'solved' | 'besides'> {
  const besides = told.filter((each) => each.name === 'ours');
  return { besides, solved: told.filter((each) => each.name === name).slice(0, besides.length) };
}

function ended<Round>({ rounds: told, stopped }: { readonly rounds: readonly Round[]; readonly stopped: object | null }): readonly Round[] {
  if (stopped || told.length === 0) throw new Error('It did not come to its end.');
  return told;
}
