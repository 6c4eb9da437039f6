import { Role, type RoleName } from '@fc/auth';
import { RoleGrantedV1, RoleRevokedV1 } from '@fc/contracts';
import { forbidden, type Id, type Temporal } from '@fc/domain-kernel';
import type { Transaction } from '@fc/tenancy';
import { RoleAssignment } from './role-assignment.entity.ts';

/** Only a program supervisor decides who holds these. */
const ledBySupervisor: readonly RoleName[] = [Role.COORDINATOR, Role.PROGRAM_SUPERVISOR];

/** Throws `FORBIDDEN` when one of the roles is not the acting person's to give or to take. */
export function requireMayDecideOn(tx: Transaction, roles: readonly RoleName[]): void {
  if (roles.some((role) => ledBySupervisor.includes(role)) && !tx.context.actor.roles.includes(Role.PROGRAM_SUPERVISOR)) throw forbidden('Only a program supervisor decides who holds this role.');
}

/** Gives a person a role, and tells every service of it. */
export function grant(tx: Transaction, personId: Id<'Person'>, role: RoleName, from: Temporal.Instant): RoleAssignment {
  const assignment = RoleAssignment.grant(personId, role, from);
  tx.add(assignment);
  tx.emit(RoleGrantedV1, { assignmentId: assignment.id, personId, role, from: from.toString() });
  return assignment;
}

/** As `grant`, for a role that follows from something else and may be held already; answers whether it was not. */
export async function grantUnlessHeld(tx: Transaction, personId: Id<'Person'>, role: RoleName, from: Temporal.Instant): Promise<boolean> {
  if (await tx.first(RoleAssignment, { personId, role, to: null })) return false;
  grant(tx, personId, role, from);
  return true;
}

/** Takes a role back, and tells every service of it. */
export function revoke(tx: Transaction, assignment: RoleAssignment, at: Temporal.Instant): void {
  assignment.revoke(at);
  const { id: assignmentId, personId, role } = assignment;
  tx.emit(RoleRevokedV1, { assignmentId, personId, role, to: at.toString() });
}
