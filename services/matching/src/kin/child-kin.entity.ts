import type { Id } from '@fc/domain-kernel';
import { column, defineEntity, make } from '@fc/tenancy';

const schema = defineEntity({
  name: 'ChildKin',
  tableName: 'child_kin',
  properties: {
    childId: column.ref<'Child'>().primary(),
    personId: column.ref<'Person'>().primary(),
  },
});

/** Somebody of the program who is family of a child, on a family connection or not: too close to mentor anybody on the child's case. */
export class ChildKin extends schema.class {
  static of(childId: Id<'Child'>, personId: Id<'Person'>): ChildKin {
    return make(ChildKin, { childId, personId });
  }
}
schema.setClass(ChildKin);
export const childKinSchema = schema;
