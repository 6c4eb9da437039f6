import { RoleRevokedV1, type EventOf } from '@fc/contracts';
import { Clock, Temporal } from '@fc/domain-kernel';
import { Consumer, On } from '@fc/messaging';
import { CountyDb, RowNotFound } from '@fc/tenancy';
import { mentorRoles } from '../needs/mentor-need.entity.ts';
import { MatchArrivals } from '../runs/match-arrivals.ts';
import { EndMentorRoles } from './end-mentor-roles.ts';
import { leaveRole } from './leave-role.ts';
import { MentorProfile } from './mentor-profile.entity.ts';

/** Whoever is no mentor any more leaves at once; whose role ends later stays until then. */
@Consumer()
export class WhenRoleRevoked {
  constructor(
    private readonly db: CountyDb,
    private readonly clock: Clock,
    private readonly arrivals: MatchArrivals,
    private readonly ending: EndMentorRoles,
  ) {}

  @On(RoleRevokedV1)
  async handle({ data: { assignmentId, personId, role, to } }: EventOf<typeof RoleRevokedV1>): Promise<void> {
    const at = Temporal.Instant.from(to);
    const later = await this.db.transact(async (tx) => {
      const mentorRole = mentorRoles.find((name) => name === role);
      const profile = mentorRole && (await tx.first(MentorProfile, { personId, mentorRole }));
      if (!profile) return false;
      if (Temporal.Instant.compare(at, this.clock.now()) <= 0) {
        await leaveRole(tx, profile.id, at);
        return false;
      }
      const [kept] = await tx.sql('select 1 as there from access_role where id = ? and ends_at is not null', [assignmentId]);
      if (!kept) throw new RowNotFound('RoleAssignment', assignmentId);
      return true;
    });
    if (later) this.ending.wake();
    else this.arrivals.wake();
  }
}
