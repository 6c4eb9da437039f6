import type { Id, Temporal } from '@fc/domain-kernel';
import type { FilterQuery, Transaction } from '@fc/tenancy';
import { MentorNeed } from '../needs/mentor-need.entity.ts';
import { MatchProposal } from './match-proposal.entity.ts';

/** Takes back every open proposal of that kind; their needs go on waiting, and somebody else is looked for at once unless it says otherwise. */
export async function withdrawProposals(tx: Transaction, which: FilterQuery<MatchProposal>, at: Temporal.Instant, { lookFurther = true } = {}): Promise<void> {
  const open = await tx.find(MatchProposal, { $and: [which, { status: 'PROPOSED' }] } as FilterQuery<MatchProposal>, { orderBy: { id: 'asc' } });
  const waiting: Id<'MentorNeed'>[] = [];
  for (const { id } of open) {
    const proposal = await tx.lock(MatchProposal, id);
    if (!proposal.isOpen()) continue;
    proposal.withdraw(at);
    waiting.push(proposal.needId);
  }
  if (lookFurther) for (const need of await tx.lockAll(MentorNeed, { id: { $in: waiting } })) need.lookAtOnce();
}
