import { newId, requireText, type Temporal } from '@fc/domain-kernel';
import { column, defineEntity, make } from '@fc/tenancy';
import { requireLanguage } from './language.ts';

const schema = defineEntity({
  name: 'Person',
  tableName: 'person',
  properties: {
    id: column.id<'Person'>(),
    givenName: column.text(),
    familyName: column.text(),
    /** BCP 47 tags, the most comfortable first. */
    languages: column.texts(),
    /** Plain, from before numbers were sealed in the person's contact details; `KeepProtection` moves it there. */
    phone: column.text().nullable(),
    /** Since when they may not sign in; null for everybody who may. */
    disabledAt: column.instant().nullable(),
    /** Whose record it turned out to be; null for everybody who is themself. */
    mergedIntoId: column.ref<'Person'>().nullable().index(),
    /** Counts what was said of their profile: it moves the version also where what is said stands beside this row. */
    profileRevision: column.integer().default(1),
    version: column.version(),
  },
});

export interface Names {
  readonly givenName: string;
  readonly familyName: string;
  /** English, when left out. */
  readonly languages?: readonly string[];
}

/** Somebody of this county's program: a parent, a caregiver, a child, an ally, a worker. */
export class Person extends schema.class {
  static register(who: Names): Person {
    return make(Person, { id: newId<'Person'>(), ...named(who), phone: null, disabledAt: null, mergedIntoId: null, profileRevision: 1 });
  }

  /** Says anew what was entered wrongly. */
  correct(names: Names): void {
    Object.assign(this, named(names));
  }

  /** What others match and plan by is said anew. */
  profileChanged(): void {
    this.profileRevision += 1;
  }

  /** Leaves a tombstone that can be listed and referred to, and tells of nobody. */
  erase(at: Temporal.Instant): void {
    this.givenName = 'Erased';
    this.familyName = 'Person';
    this.languages = ['und'];
    this.phone = null;
    this.disabledAt ??= at;
  }
}
schema.setClass(Person);
export const personSchema = schema;

const named = ({ givenName, familyName, languages }: Names): { givenName: string; familyName: string; languages: string[] } => ({
  givenName: requireText(givenName, { field: 'The given name', max: 100 }),
  familyName: requireText(familyName, { field: 'The family name', max: 100 }),
  languages: languages?.length ? languages.map(requireLanguage) : ['en'],
});
