import type { Id } from '@fc/domain-kernel';
import { column, defineEntity, make } from '@fc/tenancy';

const schema = defineEntity({
  name: 'EnrolledPerson',
  tableName: 'enrolled_person',
  properties: { id: column.id<'Person'>() },
});

/** Somebody who is in the county's program: only for them can something be recorded. */
export class EnrolledPerson extends schema.class {
  static of(id: Id<'Person'>): EnrolledPerson {
    return make(EnrolledPerson, { id });
  }
}
schema.setClass(EnrolledPerson);
export const enrolledPersonSchema = schema;
