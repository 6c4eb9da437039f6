import { CaseAssignedV1, CaseUnassignedV1 } from '@fc/contracts';
import { DomainError, type Id, type Temporal } from '@fc/domain-kernel';
import type { Transaction } from '@fc/tenancy';
import { RoleAssignment } from '../people/role-assignment.entity.ts';
import { CaseAssignment } from './case-assignment.entity.ts';
import type { CaseRole } from './case-role.ts';

/** Puts somebody on a child's case, and tells every service of it. */
export function joinCase(tx: Transaction, childId: Id<'Child'>, personId: Id<'Person'>, role: `${CaseRole}`, from: Temporal.Instant): CaseAssignment {
  const assignment = CaseAssignment.begin(childId, personId, role, from);
  tx.add(assignment);
  tx.emit(CaseAssignedV1, { assignmentId: assignment.id, childId, personId, role, from: from.toString() });
  return assignment;
}

/** As `joinCase`, for somebody who holds that role in the county. Throws `IDENTITY.ROLE_MISSING`. */
export async function assign(tx: Transaction, childIds: readonly Id<'Child'>[], personId: Id<'Person'>, role: `${CaseRole}`, from: Temporal.Instant): Promise<CaseAssignment[]> {
  if (!(await tx.first(RoleAssignment, { personId, role, to: null }))) throw new DomainError('IDENTITY.ROLE_MISSING', 'This person does not hold that role in the county.');
  return childIds.map((childId) => joinCase(tx, childId, personId, role, from));
}

/** Takes somebody off a child's case, and tells every service of it. */
export function leaveCase(tx: Transaction, assignment: CaseAssignment, at: Temporal.Instant): void {
  assignment.end(at);
  const { id: assignmentId, childId, personId, role } = assignment;
  tx.emit(CaseUnassignedV1, { assignmentId, childId, personId, role, to: at.toString() });
}
