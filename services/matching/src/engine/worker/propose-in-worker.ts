import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { DomainError } from '@fc/domain-kernel';
import type { MatchingProblem, MatchingResult } from '../matching-problem.ts';
import { proposeTogether } from '../propose-together.ts';
import { requireWeights } from '../weights.ts';
import type { Given, Told } from './proposing.worker.ts';

/** As many pairs are gone through here in some milliseconds, sooner than a thread begins. */
const fewPairs = 2_000;

/** So many seconds an answer may take for which somebody waits. */
const atOnce = 2;

const tooLong = 'MATCHING.RUN_TOO_LONG';

/**
 * What is found without a search, within two seconds: the best answer where everybody is free together who will lead together,
 * and else one that holds and says that it is cut short; null where the machine did not come to one. Throws `MATCHING.WEIGHTS_INVALID`.
 */
export async function proposeAtOnce(problem: MatchingProblem): Promise<MatchingResult | null> {
  requireWeights(problem.weights);
  const options = { seconds: atOnce, search: false, grace: 0.5 };
  if (problem.needs.length * problem.mentors.length <= fewPairs) return proposeTogether(problem, options);
  return proposeInWorker(problem, options).catch((error: unknown) => (error instanceof DomainError && error.code === tooLong ? null : Promise.reject(error)));
}

export interface SearchOptions {
  readonly seconds: number;
  /** False for what `proposeAtOnce` answers. */
  readonly search?: boolean;
  /** The thread ends by itself when its seconds are over; one that does not is ended so many seconds later. */
  readonly grace?: number;
  /** Ends the search with what is found by then. */
  readonly signal?: AbortSignal;
}

/**
 * `proposeTogether`, in a thread of its own. Answers after about `seconds` at the latest, with the best found so far. Throws
 * `MATCHING.WEIGHTS_INVALID`, and `MATCHING.RUN_TOO_LONG` when there was not even a first answer; a thread that fails after that takes nothing with it.
 */
export async function proposeInWorker(problem: MatchingProblem, { seconds, search = true, grace = 10, signal }: SearchOptions): Promise<MatchingResult> {
  requireWeights(problem.weights);
  const given: Given = { problem, seconds, search };
  const worker = new Worker(fileURLToPath(new URL(`./proposing.worker${extname(import.meta.url)}`, import.meta.url)), { workerData: given });
  return new Promise<MatchingResult>((resolve, reject) => {
    let kept: MatchingResult | undefined;
    const end = (): void => (kept ? resolve(kept) : reject(new DomainError(tooLong, 'Nobody was found in time. Try it again later.')));
    const timer = setTimeout(end, 1_000 * (seconds + grace));
    signal?.addEventListener('abort', end);
    worker.on('message', ({ result, final }: Told) => {
      kept = result;
      if (final) resolve(result);
    });
    worker.on('error', (error) => (kept ? resolve(kept) : reject(error)));
    worker.on('exit', () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', end);
      end();
    });
  }).finally(() => void worker.terminate());
}
