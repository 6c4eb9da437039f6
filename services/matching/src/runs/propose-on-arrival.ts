import type { Id, Temporal } from '@fc/domain-kernel';
import type { Row, Transaction } from '@fc/tenancy';
import type { MatchingProblem, MatchingResult } from '../engine/matching-problem.ts';
import { proposeArrival } from '../engine/propose-arrival.ts';
import { MentorNeed } from '../needs/mentor-need.entity.ts';
import { MatchProposal } from '../proposals/match-proposal.entity.ts';
import type { OwnWords } from '../own-words/own-words.ts';
import { mentorsFor, needsAsAsked, type WaitingNeed } from './matching-input.ts';
import { MatchRun } from './match-run.entity.ts';
import { finish, runOver } from './run-over.ts';
import { waitingFirst } from './waiting-needs.ts';

/** As many pairs of a need and a mentor are gone through in some milliseconds, while mentors are held still. */
const fewPairs = 20_000;

type Standing = Pick<Row<MatchProposal>, 'id' | 'needId' | 'mentorId'>;

/**
 * Looks for a mentor for one who has come in, beside what stands: proposals of runs that no coordinator has approved, of which
 * nobody knows yet, may move to another mentor where that serves the newcomer or is worth more. Where the county has quotas,
 * somebody waits who comes first, or very much stands, the newcomer takes what is free, and what is left by whoever comes first. The mentors are held still already, and the need waits for a run.
 */
export async function proposeOnArrival(words: OwnWords, tx: Transaction, newcomer: WaitingNeed, now: Temporal.Instant): Promise<MatchRun> {
  const { mentorRole } = newcomer;
  const { matchingWeights: weights, matchingQuotas } = tx.context.county.settings;
  // Held still, so that nobody approves meanwhile what may move.
  await tx.sql(`select 1 from match_proposal where mentor_role = ? and status = 'PROPOSED' and approved_at is null and run_id is not null order by id for update`, [mentorRole]);
  const standing: Standing[] = await tx.rows(MatchProposal, { mentorRole, status: 'PROPOSED', approvedAt: null, runId: { $ne: null } }, { orderBy: { id: 'asc' } });
  const mentors = await mentorsFor(words, tx, { mentorRole }, now);
  const others = await waitingFirst(tx, now, [newcomer]);
  if (matchingQuotas.limits.length > 0 || others.length > 0 || (standing.length + 1) * mentors.length > fewPairs) return runOver(words, tx, [newcomer], now);
  const waiting = [...(await tx.rows(MentorNeed, { id: { $in: standing.map(({ needId }) => needId) } }, { orderBy: { id: 'asc' } })), newcomer];
  const problem: MatchingProblem = { needs: await needsAsAsked(words, tx, waiting, now), mentors, weights };
  if (!problem.needs.some(({ id }) => id === newcomer.id)) return runOver(words, tx, [newcomer], now);
  const profileOf = new Map(mentors.map(({ personId, id }) => [personId, id]));
  const found = proposeArrival(problem, newcomer.id, new Map(standing.flatMap(({ needId, mentorId }) => (profileOf.has(mentorId) ? [[needId, profileOf.get(mentorId)!] as const] : []))));
  const run = MatchRun.begin(now, { needIds: [newcomer.id], seed: 0 });
  tx.add(run);
  const moved = new Set<string>(found.proposals.map(({ needId }) => needId));
  await takeBack(tx, standing.filter(({ needId }) => moved.has(needId)), now);
  const concerned = new Set<string>([...moved, newcomer.id]);
  await finish(words, tx, run, waiting, { problem: { ...problem, needs: problem.needs.filter(({ id }) => concerned.has(id)) }, result: ofThoseAlone(found) }, now);
  return run;
}

async function takeBack(tx: Transaction, standing: readonly Standing[], now: Temporal.Instant): Promise<void> {
  for (const { id } of standing) (await tx.lock(MatchProposal, id as Id<'MatchProposal'>)).withdraw(now);
  await tx.flush();
}

/** The certificate is of all who stand; what is told of the run counts what it proposed itself. */
function ofThoseAlone({ certificate, ...found }: MatchingResult): MatchingResult {
  const points = found.proposals.reduce((sum, { score }) => sum + score, 0);
  return { ...found, certificate: { ...certificate, served: found.proposals.length, points } };
}
