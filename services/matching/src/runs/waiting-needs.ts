import type { Id } from '@fc/domain-kernel';
import type { Transaction } from '@fc/tenancy';
import { MentorNeed } from '../needs/mentor-need.entity.ts';
import { MatchProposal } from '../proposals/match-proposal.entity.ts';

/** Who waits and has no open proposal; of these needs alone, where some are named. */
export async function waitingWithoutProposal(tx: Transaction, among?: readonly Id<'MentorNeed'>[]): Promise<MentorNeed[]> {
  const asked = await tx.rows(MatchProposal, { status: 'PROPOSED' });
  return tx.find(MentorNeed, { metAt: null, withdrawnAt: null, id: { $nin: asked.map((proposal) => proposal.needId), ...(among && { $in: [...among] }) } });
}
