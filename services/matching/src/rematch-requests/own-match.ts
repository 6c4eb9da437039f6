import { notFound, type Id } from '@fc/domain-kernel';
import type { Reader, Row, Transaction } from '@fc/tenancy';
import { MentorMatch } from '../matches/mentor-match.entity.ts';
import { peopleOf } from '../needs/connection-party.entity.ts';
import type { ProposalSide } from '../proposals/match-proposal.entity.ts';

/** On which side of the match the acting person is; null for everybody else. */
export async function sideOfMatch(reader: Reader, { mentorId, participantId }: Pick<Row<MentorMatch>, 'mentorId' | 'participantId'>): Promise<`${ProposalSide}` | null> {
  const { person } = reader.context.actor;
  if (mentorId === person) return 'MENTOR';
  return (await peopleOf(reader, participantId)).some((member) => member === person) ? 'PARTICIPANT' : null;
}

/** The side of the acting person on a match that goes on, which is held still. Throws `NOT_FOUND` for everybody else, and when it is over. */
export async function holdOwnMatch(tx: Transaction, matchId: Id<'MentorMatch'>): Promise<`${ProposalSide}`> {
  const match = await tx.lock(MentorMatch, matchId);
  const side = match.isActive() ? await sideOfMatch(tx, match) : null;
  if (!side) throw notFound('match');
  return side;
}
