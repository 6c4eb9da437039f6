import type { Id, Temporal } from '@fc/domain-kernel';
import type { Transaction } from '@fc/tenancy';
import type { MatchingProblem, MatchingResult, Proposal } from '../engine/matching-problem.ts';
import { protectedWishes } from '../engine/protected-wishes.ts';
import { proposeAtOnce } from '../engine/worker/propose-in-worker.ts';
import type { OwnWords } from '../own-words/own-words.ts';
import { comesFirst } from './comes-first.ts';
import { solveInTurn } from './in-turn.ts';
import { propose } from '../proposals/propose.ts';
import { MatchRun } from './match-run.entity.ts';
import { problemOf, type WaitingNeed } from './matching-input.ts';
import { quotaUses } from './quotas.ts';
import { waitingFirst } from './waiting-needs.ts';

/** Whoever has a run made waits for what is found at once: so many seconds after its beginning nothing more is looked for at once, and a search goes on. */
const notLater = 1;

/** What a run found, and for what. */
export interface Found {
  readonly problem: MatchingProblem;
  /** Without a gap where something came between. */
  readonly result: Omit<MatchingResult, 'gap'> & { readonly gap?: number };
  /** What had been proposed already, and for which needs, when the rest was looked for anew. */
  readonly before?: Pick<MatchingProblem, 'needs'> & Pick<MatchingResult, 'proposals'>;
}

/** For more who wait than these, reading, finding and proposing takes longer than somebody waits for an answer, and than mentors may be held still. */
export const mostAtOnce = 400;

/**
 * Looks for a mentor for each of these needs, and for all who have waited so long that they come first, and proposes whom it finds
 * at once. Where a search could find better, or very many wait, nobody is proposed yet: the run goes on by itself, while nothing is
 * held still. The mentors are held still already.
 */
export async function runOver(words: OwnWords, tx: Transaction, asked: readonly WaitingNeed[], now: Temporal.Instant, seed = 0): Promise<MatchRun> {
  const waiting = [...asked, ...(await waitingFirst(tx, now, asked))];
  const needIds = waiting.map(({ id }) => id);
  const run = MatchRun.begin(now, { needIds, seed });
  tx.add(run);
  await tx.sql(`update match_proposal set next_best_due = false where next_best_due and need_id in (${needIds.map(() => '?').join(', ') || 'null'})`, needIds);
  if (waiting.length > mostAtOnce) return run;
  const problem = await problemOf(words, tx, waiting, now, seed);
  const soon = performance.now() + 1_000 * notLater;
  const result = await solveInTurn(problem, (need) => comesFirst(tx, need), proposeAtOnce, () => performance.now() < soon);
  if (result && !result.cutShort) await finish(words, tx, run, waiting, { problem, result }, now);
  return run;
}

/** Proposes whom it found for those who wait, and keeps how good the answer is. The mentors are held still, and it has been found for them as they are. */
export async function finish(words: OwnWords, tx: Transaction, run: MatchRun, waiting: readonly WaitingNeed[], { problem, result, before = { needs: [], proposals: [] } }: Found, now: Temporal.Instant): Promise<void> {
  const { proposals, unmatched, certificate, ...how } = result;
  await proposeFound(words, tx, run, waiting, problem, proposals, now);
  const person = personsOf(problem);
  const left = unmatched.map(({ needId, because, missingHours }) => ({ needId: needId as Id<'MentorNeed'>, because, missingHours: missingHours ? { ...missingHours, mentorIds: missingHours.mentorIds.map(person) } : null })); // the engine knows ids as text
  const [needs, found] = [[...before.needs, ...problem.needs], [...before.proposals, ...proposals]];
  const asked = protectedWishes(needs, found);
  const ahead = new Set(needs.filter((need) => comesFirst(tx, need)).map(({ id }) => id));
  const cameFirst = found.filter(({ needId }) => ahead.has(needId)).length;
  const quotas = { quotas: quotaUses(tx, problem, proposals), quotasVersion: tx.context.county.settings.matchingQuotas.version };
  run.finish(now, left, { weights: problem.weights, seed: problem.seed ?? 0, ...certificate, ...how, ...quotas, protectedWishes: asked, cameFirst });
}

export async function proposeFound(words: OwnWords, tx: Transaction, run: MatchRun, waiting: readonly WaitingNeed[], problem: MatchingProblem, proposals: readonly Proposal[], now: Temporal.Instant): Promise<void> {
  const person = personsOf(problem);
  const byId = new Map(waiting.map((need) => [need.id as string, need]));
  for (const { runnerUp, mentorId, ...grounds } of proposals) {
    const next = runnerUp && { mentorId: person(runnerUp.mentorId), score: runnerUp.score, because: runnerUp.because };
    await propose(words, tx, byId.get(grounds.needId)!, person(mentorId), { ...grounds, runnerUp: next, against: [], overrideReason: null }, run.id, now); // the engine names whom it was given, here and below
  }
}

/** Whose profile the engine means: of those who could be proposed, or who lead already. */
function personsOf({ mentors, needs }: MatchingProblem): (profileId: string) => Id<'Person'> {
  const leaders = needs.flatMap(({ coLeaders }) => coLeaders.map(({ mentorId: id, personId }) => ({ id, personId })));
  const known = new Map([...leaders, ...mentors].map(({ id, personId }) => [id, personId as Id<'Person'>]));
  return (profileId) => known.get(profileId)!;
}
