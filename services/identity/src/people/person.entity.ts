import { newId, requireText } from '@fc/domain-kernel';
import { column, defineEntity, make } from '@fc/tenancy';

const schema = defineEntity({
  name: 'Person',
  tableName: 'person',
  properties: {
    id: column.id<'Person'>(),
    givenName: column.text(),
    familyName: column.text(),
    /** BCP 47 tags, the most comfortable first. */
    languages: column.texts(),
    /** E.164. Nobody's to see but their own until a caseworker has the person's permission (R29). */
    phone: column.text().nullable(),
    version: column.version(),
  },
});

/** Somebody of this county's program: a parent, a caregiver, a child, an ally, a worker. */
export class Person extends schema.class {
  static register(who: { givenName: string; familyName: string; languages?: readonly string[]; phone?: string | null }): Person {
    return make(Person, {
      id: newId<'Person'>(),
      givenName: requireText(who.givenName, { field: 'given name', max: 100 }),
      familyName: requireText(who.familyName, { field: 'family name', max: 100 }),
      languages: who.languages?.length ? [...who.languages] : ['en'],
      phone: who.phone ?? null,
    });
  }
}
schema.setClass(Person);
export const personSchema = schema;
