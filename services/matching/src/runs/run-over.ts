import type { Id, Temporal } from '@fc/domain-kernel';
import type { Transaction } from '@fc/tenancy';
import { propose as find } from '../engine/worker/propose-in-worker.ts';
import type { MentorNeed } from '../needs/mentor-need.entity.ts';
import { propose } from '../proposals/propose.ts';
import { MatchRun } from './match-run.entity.ts';
import { mentorsFor, waitingAsAsked } from './matching-input.ts';

/** A run takes so long at most, in seconds; then the best found so far is proposed, and the run says so. */
const seconds = 20;

/** Looks for a mentor for each of these needs, proposes whom it finds, and keeps how good the answer is. The mentors are held still already. */
export async function runOver(tx: Transaction, waiting: readonly MentorNeed[], now: Temporal.Instant, seed = 0): Promise<MatchRun> {
  const { matchingWeights: weights, coLeadMinutes: minutes } = tx.context.county.settings;
  const mentors = await mentorsFor(tx, {}, now);
  const personOf = new Map(mentors.map(({ id, personId }) => [id, personId as Id<'Person'>])); // the engine knows ids as text
  const { needs, together } = await waitingAsAsked(tx, waiting, now);
  const { proposals, unmatched, certificate, gap, cutShort } = await find({ needs, mentors, weights, seed, together: { pairs: together, minutes } }, { seconds });
  const left = unmatched.map(({ needId, because, missingHours }) => ({ needId: needId as Id<'MentorNeed'>, because, missingHours: missingHours ? { ...missingHours, mentorIds: missingHours.mentorIds.map((id) => personOf.get(id)!) } : null })); // the engine names whom it was given, here and below
  const run = MatchRun.of(now, left, { weights, seed, ...certificate, gap, cutShort });
  tx.add(run);
  await tx.sql(`update match_proposal set next_best_due = false where next_best_due and need_id in (${waiting.map(() => '?').join(', ') || 'null'})`, waiting.map(({ id }) => id));
  const byId = new Map(waiting.map((need) => [need.id as string, need]));
  for (const { runnerUp, ...proposal } of proposals) {
    const mentorId = personOf.get(proposal.mentorId)!;
    const next = runnerUp && { mentorId: personOf.get(runnerUp.mentorId)!, score: runnerUp.score, because: runnerUp.because };
    await propose(tx, byId.get(proposal.needId)!, mentorId, { ...proposal, runnerUp: next, overrideReason: null }, run.id, now);
  }
  return run;
}
