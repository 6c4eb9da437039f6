// The whole engine, from people to proposals, beside its solver alone on the instance that they make: tells of each round what each took.
import { poseTogether, proposeAtOnce, proposeMatches, solve, type Certificate } from '@fc/matching/engine';
import { costOf } from './cost.ts';
import { randomCounty, type CountySize } from './county.ts';
import { asked, tell } from './in-a-process.ts';

export interface WholeEngine {
  readonly size: CountySize;
  readonly rounds: number;
  /** No round begins after so many seconds. */
  readonly seconds: number;
}

export interface Proposed {
  /** Pairs of a family and a mentor who may come to it. */
  readonly pairs: number;
  readonly ms: number;
  readonly cpuMs: number;
  readonly peakMb: number | null;
  readonly solveMs: number;
  readonly solveCpuMs: number;
  readonly served: number;
  /** Whether it is proven to be a best answer, and is worth what the solver's is. */
  readonly proven: boolean;
  /** The same question as `runMatching` asks it: in a thread, with two seconds for an answer. */
  readonly threadMs: number;
  readonly threadAnswers: 'the best' | 'cut short' | 'nothing in time';
}

const { size, rounds, seconds } = asked<WholeEngine>();
const problem = randomCounty(size);
const { instance } = poseTogether(problem);
const pairs = instance.choices.reduce((sum, { mentors }) => sum + mentors.length, 0);

async function inThread(best: Certificate): Promise<Proposed['threadAnswers']> {
  const answer = await proposeAtOnce(problem);
  if (!answer) return 'nothing in time';
  const { certificate, cutShort } = answer;
  if (cutShort) return 'cut short';
  if (certificate.served !== best.served || certificate.points !== best.points) throw new Error('The thread answers something else.');
  return 'the best';
}

const until = performance.now() + 1_000 * seconds;
for (let round = 0; round < rounds && (round === 0 || performance.now() < until); round += 1) {
  const { result: whole, cost } = await costOf(() => proposeMatches(problem));
  const { result: alone, cost: solving } = await costOf(() => solve(instance));
  const best = alone.certificate;
  const { result: threadAnswers, cost: thread } = await costOf(() => inThread(best));
  const proven = whole.certificate.optimal && whole.certificate.served === best.served && whole.certificate.points === best.points;
  const proposed: Proposed = { pairs, ms: cost.ms, cpuMs: cost.cpuMs, peakMb: cost.peakMb, solveMs: solving.ms, solveCpuMs: solving.cpuMs, served: best.served, proven, threadMs: thread.ms, threadAnswers };
  tell(proposed);
}
