import type { Id, Temporal } from '@fc/domain-kernel';
import type { Transaction } from '@fc/tenancy';
import { MentorNeed } from '../needs/mentor-need.entity.ts';
import { MatchProposal } from './match-proposal.entity.ts';

/**
 * Closes every open proposal that nobody answered in time; their needs go on waiting, and the engine looks for the next best. What no
 * coordinator approved in time was asked of nobody: somebody is looked for as for one who comes in, the same mentor among them.
 */
export async function timeOutProposals(tx: Transaction, now: Temporal.Instant): Promise<void> {
  const late = await tx.find(MatchProposal, { status: 'PROPOSED', answerBy: { $lte: now } }, { orderBy: { id: 'asc' } });
  const unasked: Id<'MentorNeed'>[] = [];
  for (const { id } of late) {
    const proposal = await tx.lock(MatchProposal, id);
    if (proposal.isOpen() && !proposal.approvedAt) unasked.push(proposal.needId);
    proposal.timeOut(now);
  }
  for (const need of await tx.lockAll(MentorNeed, { id: { $in: unasked } })) need.lookAtOnce();
}
