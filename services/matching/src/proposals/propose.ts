import { MatchingNotificationRequestedV1, MatchProposedV1 } from '@fc/contracts';
import type { Id, Temporal } from '@fc/domain-kernel';
import { askToTell } from '@fc/subgraph';
import type { Transaction } from '@fc/tenancy';
import type { OwnWords } from '../own-words/own-words.ts';
import { peopleOf } from '../needs/connection-party.entity.ts';
import { MatchProposal, type ProposalGrounds } from './match-proposal.entity.ts';

/** Runs and coordinators propose one after the other, and the mentors stay as they are meanwhile: nobody's last place is proposed twice. */
export async function holdMentorsStill(tx: Transaction): Promise<void> {
  await tx.sql(`select pg_advisory_xact_lock(hashtext('proposing'))`);
  await tx.sql(`select 1 from mentor_profile order by id for share`);
}

/** Proposes it. A coordinator's own choice is approved with it; a run's waits for a coordinator, unless the county lets runs go without. */
export async function propose(words: OwnWords, tx: Transaction, need: Parameters<typeof MatchProposal.propose>[0], mentor: Id<'Person'>, because: ProposalGrounds, runId: Id<'MatchRun'> | null, now: Temporal.Instant): Promise<MatchProposal> {
  const proposal = MatchProposal.propose(need, mentor, because, runId, now, answerBy(tx, now));
  if (because.missedWishes.length > 0 || because.overrideReason) proposal.keepWords(because, await words.keyOfFamily(tx, need.participantId));
  tx.add(proposal);
  if (runId === null || !tx.context.county.settings.matchRunsNeedApproval) await approve(tx, proposal, now);
  return proposal;
}

/** Says so, and lets both sides know that there is a question for them; before that nobody but coordinators and supervisors knows of it. */
export async function approve(tx: Transaction, proposal: MatchProposal, now: Temporal.Instant): Promise<void> {
  const expiresAt = answerBy(tx, now);
  if (!proposal.approve(now, expiresAt)) return;
  const { id, mentorRole, mentorId, participantId } = proposal;
  tx.emit(MatchProposedV1, { proposalId: id, mentorRole, mentorId, participantId, proposedAt: now.toString() });
  askToTell(tx, MatchingNotificationRequestedV1, [mentorId, ...(await peopleOf(tx, participantId))], { template: 'SOMETHING_TO_DECIDE', expiresAt });
}

const answerBy = (tx: Transaction, now: Temporal.Instant): Temporal.Instant => now.add({ hours: 24 * tx.context.county.settings.proposalAnswerDays });
