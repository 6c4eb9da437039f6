import { RoleRevokedV1, type EventOf } from '@fc/contracts';
import { Temporal } from '@fc/domain-kernel';
import { Consumer, On } from '@fc/messaging';
import { CountyDb } from '@fc/tenancy';
import { endMatches } from '../matches/end-matches.ts';
import { mentorRoles } from '../needs/mentor-need.entity.ts';
import { withdrawProposals } from '../proposals/withdraw-proposals.ts';
import { MentorProfile } from './mentor-profile.entity.ts';

/** Whoever is no mentor any more is proposed to nobody, and sees no family as their mentor. */
@Consumer()
export class WhenRoleRevoked {
  constructor(private readonly db: CountyDb) {}

  @On(RoleRevokedV1)
  async handle({ data: { personId, role, to } }: EventOf<typeof RoleRevokedV1>): Promise<void> {
    await this.db.transact(async (tx) => {
      const mentorRole = mentorRoles.find((name) => name === role);
      const profile = mentorRole && (await tx.first(MentorProfile, { personId, mentorRole }));
      if (!profile) return;
      const [at, theirs] = [Temporal.Instant.from(to), { mentorId: personId, mentorRole }];
      (await tx.lock(MentorProfile, profile.id)).deactivate();
      await withdrawProposals(tx, theirs, at);
      await endMatches(tx, theirs, at, 'MENTOR_LEFT');
    });
  }
}
