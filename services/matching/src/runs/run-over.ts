import type { Id, Temporal } from '@fc/domain-kernel';
import type { Transaction } from '@fc/tenancy';
import { proposeMatches } from '../engine/propose-matches.ts';
import type { MentorNeed } from '../needs/mentor-need.entity.ts';
import { propose } from '../proposals/propose.ts';
import { MatchRun } from './match-run.entity.ts';
import { mentorsFor, needsAsAsked } from './matching-input.ts';

/** A run takes so long at most, in milliseconds; then the best found so far is proposed, and the run says so. */
const longest = 20_000;

/** Looks for a mentor for each of these needs, proposes whom it finds, and keeps how good the answer is. The mentors are held still already. */
export async function runOver(tx: Transaction, waiting: readonly MentorNeed[], now: Temporal.Instant, seed = 0): Promise<MatchRun> {
  const weights = tx.context.county.settings.matchingWeights;
  const mentors = await mentorsFor(tx, {}, now);
  const personOf = new Map(mentors.map(({ id, personId }) => [id, personId as Id<'Person'>])); // the engine knows ids as text
  const needs = await needsAsAsked(tx, waiting, now);
  const until = performance.now() + longest;
  const { proposals, unmatched, certificate, cutShort } = proposeMatches({ needs, mentors, weights, seed, timeIsUp: () => performance.now() > until });
  const run = MatchRun.of(now, unmatched.map(({ needId, because }) => ({ needId: needId as Id<'MentorNeed'>, because })), { weights, seed, ...certificate, cutShort });
  tx.add(run);
  const byId = new Map(waiting.map((need) => [need.id as string, need]));
  for (const { runnerUp, ...proposal } of proposals) {
    const mentorId = personOf.get(proposal.mentorId)!; // the engine names whom it was given, here and below
    const next = runnerUp && { mentorId: personOf.get(runnerUp.mentorId)!, score: runnerUp.score, because: runnerUp.because };
    await propose(tx, byId.get(proposal.needId)!, mentorId, { ...proposal, runnerUp: next, overrideReason: null }, run.id, now);
  }
  return run;
}
