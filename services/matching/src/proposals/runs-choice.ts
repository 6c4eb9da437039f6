import type { Id } from '@fc/domain-kernel';
import type { Reader } from '@fc/tenancy';
import { MatchProposal } from './match-proposal.entity.ts';

/**
 * Whom a run proposed last for that need, when no coordinator approved it: it is open, or was taken back. Null where the last one
 * was approved, or nobody looked at it in time. Whoever proposes somebody else displaces it, also after taking it back first.
 */
export async function runsChoice(reader: Reader, needId: Id<'MentorNeed'>): Promise<Id<'Person'> | null> {
  const [last] = await reader.rows(MatchProposal, { needId }, { orderBy: { id: 'desc' }, limit: 1 });
  const displaceable = last && last.runId !== null && last.approvedAt === null && ['PROPOSED', 'WITHDRAWN'].includes(last.status);
  return displaceable ? last.mentorId : null;
}
