import type { Id } from '@fc/domain-kernel';
import { column, defineEntity, make } from '@fc/tenancy';

const schema = defineEntity({
  name: 'SpokenLanguages',
  tableName: 'spoken_languages',
  properties: {
    personId: column.ref<'Person'>().primary(),
    /** BCP 47 tags, the most comfortable first; empty while nobody has said them. */
    languages: column.texts(),
    /** Of identity's profile, so that an older one changes nothing. */
    profileVersion: column.integer(),
  },
});

/** Which languages somebody would rather read in. Projected from identity. */
export class SpokenLanguages extends schema.class {
  static of(personId: Id<'Person'>): SpokenLanguages {
    return make(SpokenLanguages, { personId, languages: [], profileVersion: 0 });
  }

  speak(languages: readonly string[], profileVersion: number): void {
    if (profileVersion <= this.profileVersion) return;
    this.languages = [...languages];
    this.profileVersion = profileVersion;
  }
}
schema.setClass(SpokenLanguages);
export const spokenLanguagesSchema = schema;
