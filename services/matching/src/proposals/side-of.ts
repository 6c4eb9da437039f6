import { notFound } from '@fc/domain-kernel';
import type { Reader, Row } from '@fc/tenancy';
import { peopleOf } from '../needs/connection-party.entity.ts';
import type { MatchProposal, ProposalSide } from './match-proposal.entity.ts';

/** For which side the acting person answers. Throws `NOT_FOUND` for whoever answers for neither, and for everybody before it is approved. */
export async function sideOf(reader: Reader, proposal: Pick<Row<MatchProposal>, 'mentorId' | 'participantId' | 'approvedAt'>): Promise<`${ProposalSide}`> {
  const { person } = reader.context.actor;
  if (!proposal.approvedAt) throw notFound('proposal');
  if (proposal.mentorId === person) return 'MENTOR';
  if ((await peopleOf(reader, proposal.participantId)).some((member) => member === person)) return 'PARTICIPANT';
  throw notFound('proposal');
}
