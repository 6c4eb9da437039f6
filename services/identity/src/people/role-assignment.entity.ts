import { Role, type RoleName } from '@fc/auth';
import { DomainError, newId, type Id, type Temporal } from '@fc/domain-kernel';
import { column, defineEntity, make } from '@fc/tenancy';

const everyRole: readonly RoleName[] = Object.values(Role);

const schema = defineEntity({
  name: 'RoleAssignment',
  tableName: 'role_assignment',
  uniques: [{ name: 'role_assignment_one_open', properties: ['personId', 'role'], where: 'ends_at is null' }],
  properties: {
    id: column.id<'RoleAssignment'>(),
    personId: column.ref<'Person'>().index(),
    role: column.oneOf(everyRole),
    from: column.instant().fieldNames('starts_at'),
    to: column.instant().fieldNames('ends_at').nullable(),
    version: column.version(),
  },
});

/** A person holds a role in this county from one instant to another. Several at once are usual. */
export class RoleAssignment extends schema.class {
  static grant(personId: Id<'Person'>, role: RoleName, from: Temporal.Instant): RoleAssignment {
    return make(RoleAssignment, { id: newId<'RoleAssignment'>(), personId, role, from, to: null });
  }

  revoke(at: Temporal.Instant): void {
    if (this.to) throw new DomainError('IDENTITY.ROLE_ALREADY_REVOKED', 'This role has been taken back already.');
    this.to = at;
  }
}
schema.setClass(RoleAssignment);
export const roleAssignmentSchema = schema;
