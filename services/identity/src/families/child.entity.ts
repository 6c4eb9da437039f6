import { newId, type Id, type Temporal } from '@fc/domain-kernel';
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
}
schema.setClass(Child);
export const childSchema = schema;

export const newSiblingGroup = (): Id<'SiblingGroup'> => newId<'SiblingGroup'>();
