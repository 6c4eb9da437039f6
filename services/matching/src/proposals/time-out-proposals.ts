import type { Temporal } from '@fc/domain-kernel';
import type { Transaction } from '@fc/tenancy';
import { MatchProposal } from './match-proposal.entity.ts';

/** Closes every open proposal that nobody answered in time; their needs go on waiting, and the engine looks for the next best. */
export async function timeOutProposals(tx: Transaction, now: Temporal.Instant): Promise<void> {
  const late = await tx.find(MatchProposal, { status: 'PROPOSED', answerBy: { $lte: now } }, { orderBy: { id: 'asc' } });
  for (const { id } of late) (await tx.lock(MatchProposal, id)).timeOut(now);
}
