import type { Id, Temporal } from '@fc/domain-kernel';
import type { Transaction } from '@fc/tenancy';
import { endMatches } from '../matches/end-matches.ts';
import { withdrawProposals } from '../proposals/withdraw-proposals.ts';
import { MentorProfile } from './mentor-profile.entity.ts';

/** Whoever is no mentor any more is proposed to nobody, and sees no family as their mentor. */
export async function leaveRole(tx: Transaction, profileId: Id<'MentorProfile'>, at: Temporal.Instant): Promise<void> {
  const profile = await tx.lock(MentorProfile, profileId);
  profile.deactivate();
  const theirs = { mentorId: profile.personId, mentorRole: profile.mentorRole };
  await withdrawProposals(tx, theirs, at);
  await endMatches(tx, theirs, at, 'MENTOR_LEFT');
}
