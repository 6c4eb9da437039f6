import { MatchEndedV1 } from '@fc/contracts';
import type { Temporal } from '@fc/domain-kernel';
import type { FilterQuery, Transaction } from '@fc/tenancy';
import { HandOver } from '../hand-overs/hand-over.entity.ts';
import { hasOpenConnection } from '../needs/connection-party.entity.ts';
import { MentorNeed } from '../needs/mentor-need.entity.ts';
import type { MatchEndReason } from './match-end-reason.ts';
import { MentorMatch } from './mentor-match.entity.ts';

/**
 * Ends every active match of that kind. Each need opens again, and no record says whose doing it was; it waits while the
 * program works with the participant, and not once their goal is reached. Where it was nobody's wish, somebody else is looked for at once. What the family has agreed to hand over stays for
 * the next mentor, and nothing else of the pair.
 */
export async function endMatches(tx: Transaction, which: FilterQuery<MentorMatch>, at: Temporal.Instant, because: `${MatchEndReason}`): Promise<void> {
  const active = await tx.find(MentorMatch, { $and: [which, { endedAt: null }] } as FilterQuery<MentorMatch>, { orderBy: { id: 'asc' } });
  for (const { id } of active) {
    const match = await tx.lock(MentorMatch, id);
    if (match.isActive()) await end(tx, match, at, because);
  }
}

async function end(tx: Transaction, match: MentorMatch, at: Temporal.Instant, because: `${MatchEndReason}`): Promise<void> {
  match.end(at, because);
  const need = await tx.lock(MentorNeed, match.needId);
  need.reopen(at);
  if (because === 'MENTOR_LEFT' || because === 'CONTACT_NOT_SAFE') need.lookAtOnce();
  if (because === 'GOAL_REACHED' || !(await hasOpenConnection(tx, match.participantId))) need.withdraw(at);
  (await tx.first(HandOver, { needId: need.id }))?.forgetDraft();
  const { id, mentorRole, mentorId, participantId } = match;
  tx.emit(MatchEndedV1, { matchId: id, mentorRole, mentorId, participantId, endedAt: at.toString() });
}
