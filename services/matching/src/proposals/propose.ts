import { MatchProposedV1 } from '@fc/contracts';
import type { Transaction } from '@fc/tenancy';
import { MatchProposal } from './match-proposal.entity.ts';

/** Runs and coordinators propose one after the other, and the mentors stay as they are meanwhile: nobody's last place is proposed twice. */
export async function holdMentorsStill(tx: Transaction): Promise<void> {
  await tx.sql(`select pg_advisory_xact_lock(hashtext('proposing'))`);
  await tx.sql(`select 1 from mentor_profile for share`);
}

/** Proposes it and says so. */
export function propose(tx: Transaction, ...given: Parameters<typeof MatchProposal.propose>): MatchProposal {
  const proposal = MatchProposal.propose(...given);
  const { id, mentorRole, mentorId, participantId, proposedAt } = proposal;
  tx.add(proposal);
  tx.emit(MatchProposedV1, { proposalId: id, mentorRole, mentorId, participantId, proposedAt: proposedAt.toString() });
  return proposal;
}
