import { MatchAcceptedV1 } from '@fc/contracts';
import type { Temporal } from '@fc/domain-kernel';
import type { Transaction } from '@fc/tenancy';
import { MentorNeed } from '../needs/mentor-need.entity.ts';
import type { MatchProposal } from '../proposals/match-proposal.entity.ts';
import { MentorMatch } from './mentor-match.entity.ts';

/** Both have said yes: the match begins, and its need is met. */
export async function beginMatch(tx: Transaction, proposal: MatchProposal, at: Temporal.Instant): Promise<void> {
  const match = MentorMatch.of(proposal, at);
  tx.add(match);
  (await tx.get(MentorNeed, proposal.needId)).meet(at);
  const { id, mentorRole, mentorId, participantId } = match;
  tx.emit(MatchAcceptedV1, { matchId: id, mentorRole, mentorId, participantId, acceptedAt: at.toString() });
}
