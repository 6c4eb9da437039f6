import { DomainError, newId, Temporal, type Id } from '@fc/domain-kernel';
import { column, defineEntity, make } from '@fc/tenancy';

const schema = defineEntity({
  name: 'Child',
  tableName: 'child',
  properties: {
    /** The child's id as a person. */
    id: column.id<'Child'>(),
    siblingGroupId: column.ref<'SiblingGroup'>().index(),
    /** Mothers and fathers alike, custodial or not (R24, R25). */
    parentIds: column.texts().$type<Id<'Person'>[]>(),
    birthDate: column.date(),
    version: column.version(),
  },
});

/** What makes a person a child of this program: parents, siblings, a date of birth. */
export class Child extends schema.class {
  static register(person: Id<'Person'>, siblingGroupId: Id<'SiblingGroup'>, parentIds: readonly Id<'Person'>[], birthDate: Temporal.PlainDate): Child {
    return make(Child, { id: person as string as Id<'Child'>, siblingGroupId, parentIds: [...parentIds], birthDate });
  }

  /** Says anew what was entered wrongly. Throws `DATE_IN_FUTURE`. */
  correct({ birthDate, parentIds }: { birthDate: Temporal.PlainDate; parentIds: readonly Id<'Person'>[] }, today: Temporal.PlainDate): void {
    this.birthDate = requireBirthDate(birthDate, today);
    this.parentIds = [...new Set(parentIds)];
  }

  /** Somebody has become known as a parent. Throws `IDENTITY.ALREADY_PARENT`. */
  addParent(parentId: Id<'Person'>): void {
    if (this.parentIds.includes(parentId)) throw new DomainError('IDENTITY.ALREADY_PARENT', 'This person is known as a parent of this child already.');
    this.parentIds = [...this.parentIds, parentId];
  }
}

/** Throws `DATE_IN_FUTURE`. */
export function requireBirthDate(birthDate: Temporal.PlainDate, today: Temporal.PlainDate): Temporal.PlainDate {
  if (Temporal.PlainDate.compare(birthDate, today) > 0) throw new DomainError('DATE_IN_FUTURE', 'The date of birth lies in the future.');
  return birthDate;
}
schema.setClass(Child);
export const childSchema = schema;

export const newSiblingGroup = (): Id<'SiblingGroup'> => newId<'SiblingGroup'>();
