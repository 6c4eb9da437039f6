import { MatchingNotificationRequestedV1, MatchProposedV1 } from '@fc/contracts';
import { askToTell } from '@fc/subgraph';
import type { Transaction } from '@fc/tenancy';
import { peopleOf } from '../needs/connection-party.entity.ts';
import { MatchProposal } from './match-proposal.entity.ts';

/** Runs and coordinators propose one after the other, and the mentors stay as they are meanwhile: nobody's last place is proposed twice. */
export async function holdMentorsStill(tx: Transaction): Promise<void> {
  await tx.sql(`select pg_advisory_xact_lock(hashtext('proposing'))`);
  await tx.sql(`select 1 from mentor_profile for share`);
}

/** How long a question that nobody has read is worth telling of, in hours. */
const newsFor = 7 * 24;

/** Proposes it, says so, and lets both sides know that there is a question for them. */
export async function propose(tx: Transaction, ...given: Parameters<typeof MatchProposal.propose>): Promise<MatchProposal> {
  const proposal = MatchProposal.propose(...given);
  const { id, mentorRole, mentorId, participantId, proposedAt } = proposal;
  tx.add(proposal);
  tx.emit(MatchProposedV1, { proposalId: id, mentorRole, mentorId, participantId, proposedAt: proposedAt.toString() });
  askToTell(tx, MatchingNotificationRequestedV1, [mentorId, ...(await peopleOf(tx, participantId))], { template: 'SOMETHING_TO_DECIDE', expiresAt: proposedAt.add({ hours: newsFor }) });
  return proposal;
}
