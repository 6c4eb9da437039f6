import type { Id } from '@fc/domain-kernel';
import { column, defineEntity, make, type Reader } from '@fc/tenancy';

const schema = defineEntity({
  name: 'EnrolledPerson',
  tableName: 'enrolled_person',
  properties: {
    id: column.id<'Person'>(),
    /** Whose record it turned out to be; null for everybody who is themself. */
    mergedIntoId: column.ref<'Person'>().nullable().index(),
  },
});

/** Somebody who is in the county's program: only for them can something be recorded. */
export class EnrolledPerson extends schema.class {
  static of(id: Id<'Person'>): EnrolledPerson {
    return make(EnrolledPerson, { id, mergedIntoId: null });
  }
}
schema.setClass(EnrolledPerson);
export const enrolledPersonSchema = schema;

/** Whom that id names: of a record that turned out to be of somebody else, that person. Throws `NOT_FOUND`. */
export async function enrolledAs(reader: Reader, personId: Id<'Person'>): Promise<Id<'Person'>> {
  const { id, mergedIntoId } = await reader.get(EnrolledPerson, personId);
  return mergedIntoId ?? id;
}

/** Every record of that person: their own, and those that turned out to be of them. */
export async function recordsOf(reader: Reader, personId: Id<'Person'>): Promise<Id<'Person'>[]> {
  return [personId, ...(await reader.rows(EnrolledPerson, { mergedIntoId: personId })).map(({ id }) => id)];
}
