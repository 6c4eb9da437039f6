// One need more, and then a whole run over the same needs, in one process: tells of each round what both took.
import { Assignment, certify, solve, type Size } from '@fc/matching/engine';
import { percentile } from '../measure.ts';
import { costOf } from './cost.ts';
import { asked, tell } from './in-a-process.ts';
import { instanceByWait } from './instance-by-wait.ts';

/** So many come in after all others, one by one. */
export const newcomers = 20;

export interface OneArrival {
  readonly size: Size;
  readonly rounds: number;
  /** No round begins after so many seconds. */
  readonly seconds: number;
}

export interface Arrived {
  /** The middle one of the newcomers, and the one that took longest. */
  readonly ms: number;
  readonly slowestMs: number;
  readonly wholeMs: number;
  /** Whether the answer after the last of them is proven to be a best one, and is worth what the whole run's is. */
  readonly proven: boolean;
}

const { size, rounds, seconds } = asked<OneArrival>();
const { instance } = instanceByWait(size);
const { places, choices } = instance;

const until = performance.now() + 1_000 * seconds;
for (let round = 0; round < rounds && (round === 0 || performance.now() < until); round += 1) {
  const assignment = new Assignment(places);
  assignment.arriveAll(choices.slice(0, -newcomers), () => false);
  globalThis.gc?.();
  const taken = choices.slice(-newcomers).map((choice) => {
    const began = performance.now();
    assignment.arrive(choice);
    return performance.now() - began;
  });
  const { result: whole, cost } = await costOf(() => solve(instance));
  const { optimal, served, points } = certify(instance, assignment.mentorOf, assignment.prices);
  const arrived: Arrived = { ms: percentile(taken, 0.5), slowestMs: Math.max(...taken), wholeMs: cost.ms, proven: optimal && served === whole.certificate.served && points === whole.certificate.points };
  tell(arrived);
}
