import type { Id } from '@fc/domain-kernel';
import { column, defineEntity, make } from '@fc/tenancy';

const schema = defineEntity({
  name: 'SpokenLanguages',
  tableName: 'spoken_languages',
  properties: {
    personId: column.ref<'Person'>().primary(),
    /** BCP 47 tags, the most comfortable first; empty while nobody has said them. */
    languages: column.texts(),
    /** BCP 47; for which an interpreter is to be there, null for none. */
    interpreterLanguage: column.text().nullable(),
    /** Of identity's profile, so that an older one changes nothing. */
    profileVersion: column.integer(),
  },
});

export interface Spoken {
  readonly languages: readonly string[];
  readonly interpreterLanguage?: string | null | undefined;
}

/** Which languages somebody speaks and reads, and for which an interpreter is to be there. Projected from identity. */
export class SpokenLanguages extends schema.class {
  static of(personId: Id<'Person'>): SpokenLanguages {
    return make(SpokenLanguages, { personId, languages: [], interpreterLanguage: null, profileVersion: 0 });
  }

  /** Of an interpreter nothing changes where nothing is said. */
  speak({ languages, interpreterLanguage = this.interpreterLanguage ?? null }: Spoken, profileVersion: number): void {
    if (profileVersion <= this.profileVersion) return;
    this.languages = [...languages];
    this.interpreterLanguage = interpreterLanguage;
    this.profileVersion = profileVersion;
  }
}
schema.setClass(SpokenLanguages);
export const spokenLanguagesSchema = schema;
