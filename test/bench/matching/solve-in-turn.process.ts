// Candidates on one instance, in turn, round by round: tells of each time what it cost and what came of it.
import { certify, worthOf, type Size } from '@fc/matching/engine';
import { candidates, type Answered, type Candidate } from './candidates.ts';
import { costOf, type Cost } from './cost.ts';
import { asked, tell } from './in-a-process.ts';
import { instanceByWait } from './instance-by-wait.ts';

export interface SolveInTurn {
  readonly size: Size;
  readonly names: readonly Candidate[];
  readonly rounds: number;
  /** No round begins after so many seconds. */
  readonly seconds: number;
}

/** One candidate in one round. */
export interface Solved extends Cost {
  readonly name: Candidate;
  readonly round: number;
  readonly points: number;
  readonly leftOut: number;
  /** Days, of those who are left out. */
  readonly longestWait: number;
  /** The standard deviation of the share of places taken. */
  readonly loadSpread: number;
  /** Whether its own prices prove it to be a best answer. */
  readonly proven: boolean;
}

const { size, names, rounds, seconds } = asked<SolveInTurn>();
const { instance, waiting } = instanceByWait(size);

function outcome({ mentorOf, prices }: Answered): Omit<Solved, keyof Cost | 'name' | 'round'> {
  const { served, points } = worthOf(instance, mentorOf);
  const load = instance.places.map(() => 0);
  for (const mentor of mentorOf) if (mentor !== null) load[mentor] = (load[mentor] ?? 0) + 1;
  const shares = instance.places.flatMap((worths, mentor) => (worths.length > 0 ? [(load[mentor] ?? 0) / worths.length] : []));
  const mean = shares.reduce((sum, share) => sum + share, 0) / shares.length;
  return {
    points,
    leftOut: instance.choices.length - served,
    longestWait: waiting.reduce((longest, days, need) => ((mentorOf[need] ?? null) === null ? Math.max(longest, days) : longest), 0),
    loadSpread: Math.sqrt(shares.reduce((sum, share) => sum + (share - mean) ** 2, 0) / shares.length),
    proven: prices !== undefined && certify(instance, mentorOf, prices).optimal,
  };
}

const until = performance.now() + 1_000 * seconds;
for (let round = 0; round < rounds && (round === 0 || performance.now() < until); round += 1)
  for (const name of names) {
    const { result, cost } = await costOf(() => candidates[name](instance));
    const solved: Solved = { name, round, ...cost, ...outcome(result) };
    tell(solved);
  }
