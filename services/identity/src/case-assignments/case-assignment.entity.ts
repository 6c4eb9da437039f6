import { DomainError, newId, type Id, type Temporal } from '@fc/domain-kernel';
import { column, defineEntity, make } from '@fc/tenancy';
import { caseRoles, type CaseRole } from './case-role.ts';

const schema = defineEntity({
  name: 'CaseAssignment',
  tableName: 'case_assignment',
  uniques: [{ name: 'case_assignment_one_open', properties: ['childId', 'personId', 'role'], where: 'ends_at is null' }],
  properties: {
    id: column.id<'CaseAssignment'>(),
    childId: column.ref<'Child'>().index(),
    personId: column.ref<'Person'>().index(),
    role: column.oneOf(caseRoles),
    from: column.instant().fieldNames('starts_at'),
    to: column.instant().fieldNames('ends_at').nullable(),
    version: column.version(),
  },
});

/** Somebody works on a child's case in one role, from one instant to another. */
export class CaseAssignment extends schema.class {
  static begin(childId: Id<'Child'>, personId: Id<'Person'>, role: `${CaseRole}`, from: Temporal.Instant): CaseAssignment {
    return make(CaseAssignment, { id: newId<'CaseAssignment'>(), childId, personId, role, from, to: null });
  }

  end(at: Temporal.Instant): void {
    if (this.to) throw new DomainError('IDENTITY.ASSIGNMENT_ENDED', 'This person works no longer on this case already.');
    this.to = at;
  }
}
schema.setClass(CaseAssignment);
export const caseAssignmentSchema = schema;
