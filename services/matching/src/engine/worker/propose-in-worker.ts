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

/** The thread ends by itself when its seconds are over; one that does not is ended so much later, in seconds. */
const grace = 5;

/**
 * `proposeTogether`, in a thread of its own where it could take long. Answers after about `seconds` at the latest, with the best
 * found so far. Throws `MATCHING.WEIGHTS_INVALID`, and `MATCHING.RUN_TOO_LONG` when there was not even a first answer.
 */
export async function propose(problem: MatchingProblem, { seconds }: { readonly seconds: number }): Promise<MatchingResult> {
  requireWeights(problem.weights);
  return problem.needs.length * problem.mentors.length <= fewPairs ? proposeTogether(problem, { seconds }) : proposeInWorker(problem, { seconds });
}

/** As `propose`, always in a thread of its own. */
export function proposeInWorker(problem: MatchingProblem, { seconds }: { readonly seconds: number }): Promise<MatchingResult> {
  const given: Given = { problem, seconds };
  const worker = new Worker(fileURLToPath(new URL(`./proposing.worker${extname(import.meta.url)}`, import.meta.url)), { workerData: given });
  return new Promise<MatchingResult>((resolve, reject) => {
    let kept: MatchingResult | undefined;
    const end = (): void => (kept ? resolve(kept) : reject(new DomainError('MATCHING.RUN_TOO_LONG', 'Nobody was found in time. Try it again later.')));
    const timer = setTimeout(end, 1_000 * (seconds + grace));
    worker.on('message', ({ result, final }: Told) => {
      kept = result;
      if (final) resolve(result);
    });
    worker.on('error', reject);
    worker.on('exit', () => {
      clearTimeout(timer);
      end();
    });
  }).finally(() => void worker.terminate());
}
