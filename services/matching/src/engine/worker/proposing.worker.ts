// Runs in a thread of its own, so that a long run holds up nobody else's request: it takes one problem, tells what it keeps before a
// long search, then the answer, and ends. It imports nothing but the engine.
import { parentPort, workerData } from 'node:worker_threads';
import type { MatchingProblem, MatchingResult } from '../matching-problem.ts';
import { proposeTogether } from '../propose-together.ts';

/** What the thread is given. */
export interface Given {
  readonly problem: MatchingProblem;
  readonly seconds: number;
  readonly search: boolean;
}

/** What it tells, once or twice. */
export interface Told {
  readonly result: MatchingResult;
  readonly final: boolean;
}

const { problem, seconds, search } = workerData as Given; // what `propose-in-worker.ts` has sent
const tell = (told: Told): void => parentPort?.postMessage(told);
tell({ result: await proposeTogether(problem, { seconds, search, onKept: (result) => tell({ result, final: false }) }), final: true });
