import type { DomainError, Temporal } from '@fc/domain-kernel';
import type { Transaction } from '@fc/tenancy';
import { hardConstraint } from '../engine/constraints.ts';
import type { HardConstraint } from '../engine/matching-problem.ts';
import { MentorNeed } from '../needs/mentor-need.entity.ts';
import type { OwnWords } from '../own-words/own-words.ts';
import { mentorLoads } from '../profiles/mentor-load.ts';
import { mentorsFor, needsAsAsked } from '../runs/matching-input.ts';
import type { MatchProposal } from './match-proposal.entity.ts';
import { mentorFull } from './proposals.errors.ts';

/** What may have come between since a mentor was proposed: nobody waits there any more, one of them was erased or is no mentor now, or a hard constraint stands between them. */
export type Obstacle = 'NOT_WAITING' | 'GONE' | HardConstraint;

/** Throws `because` of what has come between, and `MATCHING.MENTOR_FULL` where matches have taken every place; places that others were only asked for are still to be had. */
export async function requireStillPossible(words: OwnWords, tx: Transaction, proposals: readonly MatchProposal[], now: Temporal.Instant, because: (obstacle: Obstacle) => DomainError): Promise<void> {
  const waiting = await tx.find(MentorNeed, { id: { $in: proposals.map(({ needId }) => needId) } });
  const needs = await needsAsAsked(words, tx, waiting, now);
  const mentors = await mentorsFor(words, tx, { personId: { $in: proposals.map(({ mentorId }) => mentorId) } }, now);
  const loads = await mentorLoads(tx, proposals.map(({ mentorId: personId, mentorRole }) => ({ personId, mentorRole })));
  for (const [at, { needId, mentorId, mentorRole }] of proposals.entries()) {
    if (!waiting.some((one) => one.id === needId && one.isOpen())) throw because('NOT_WAITING');
    const need = needs.find(({ id }) => id === needId);
    const mentor = mentors.find((one) => one.personId === mentorId && one.mentorRole === mentorRole);
    if (!need || !mentor) throw because('GONE');
    const constraint = hardConstraint(need, mentor);
    if (constraint) throw because(constraint);
    if ((loads[at]?.matches ?? 0) >= mentor.capacity) throw mentorFull();
  }
}
