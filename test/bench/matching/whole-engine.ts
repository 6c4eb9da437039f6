import { percentile, roundsOf, spreadOf } from '../measure.ts';
import type { CountySize } from './county.ts';
import { inAProcess } from './in-a-process.ts';
import { ratioIn, rounded } from './rows.ts';
import type { Proposed, WholeEngine } from './whole-engine.process.ts';

const sizes: readonly CountySize[] = [
  { families: 100, mentors: 60, seed: 1 },
  { families: 1_000, mentors: 600, seed: 1 },
  { families: 5_000, mentors: 3_000, seed: 1 },
];

/** It begins no round after the first, and is stopped after the second, in seconds. */
const [seconds, limitSeconds] = [10, 60];

/** From people to proposals with their reasons, beside the solver alone on the instance that these people make, which is the last part of the same work. */
export async function wholeEngine(): Promise<object[]> {
  const rows: object[] = [];
  for (const size of sizes) {
    const { rounds, stopped } = await inAProcess<Proposed>('whole-engine.process.ts', { size, rounds: roundsOf(9), seconds } satisfies WholeEngine, limitSeconds);
    const middle = (of: (proposed: Proposed) => number): number | null => rounded(percentile(rounds.map(of), 0.5));
    const what = `the whole engine: ${size.families.toLocaleString('en-US')} families, ${size.mentors.toLocaleString('en-US')} mentors`;
    const ratio = ratioIn(spreadOf(rounds.map(({ ms, solveMs }) => ms / solveMs)));
    rows.push({
      ...{ what, rounds: rounds.length, pairs: rounds[0]?.pairs ?? null, ms: middle(({ ms }) => ms), cpuMs: middle(({ cpuMs }) => cpuMs), peakMb: rounded(rounds[0]?.peakMb ?? null), solveMs: middle(({ solveMs }) => solveMs), ...ratio },
      ...{ served: rounds[0]?.served ?? null, proven: rounds.length > 0 && rounds.every(({ proven }) => proven), threadMs: middle(({ threadMs }) => threadMs), threadAnswers: [...new Set(rounds.map(({ threadAnswers }) => threadAnswers))].join(', ') },
      ...{ note: stopped ? `stopped after ${stopped.afterSeconds} s` : '' },
    });
  }
  return rows;
}
