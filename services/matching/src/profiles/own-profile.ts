import { Role } from '@fc/auth';
import { notFound } from '@fc/domain-kernel';
import type { Transaction } from '@fc/tenancy';
import { MentorProfile } from './mentor-profile.entity.ts';

/** The profile, locked, for a coordinator or the mentor themself; for anybody else there is none. Throws `NOT_FOUND`. */
export async function lockProfile(tx: Transaction, profileId: string): Promise<MentorProfile> {
  const profile = await tx.lock(MentorProfile, profileId);
  const { person, roles } = tx.context.actor;
  if (profile.personId !== person && !roles.includes(Role.COORDINATOR)) throw notFound('mentor profile');
  return profile;
}
