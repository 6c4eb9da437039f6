import type { Id, Temporal } from '@fc/domain-kernel';
import { column, defineEntity, make } from '@fc/tenancy';

const schema = defineEntity({
  name: 'KnownPerson',
  tableName: 'known_person',
  properties: {
    id: column.id<'Person'>(),
    /** BCP 47 tags, the most comfortable first; empty while nobody has said them. */
    languages: column.texts(),
    /** Of identity's profile, so that an older one changes nothing. */
    profileVersion: column.integer(),
    /** The day of the mentors' basic training, when support knows of it. */
    trainedOn: column.date().nullable(),
    version: column.version(),
  },
});

/** All that matching knows of a person: their languages and their training. No other trait is kept here, so none can weigh (R41). */
export class KnownPerson extends schema.class {
  static of(id: Id<'Person'>): KnownPerson {
    return make(KnownPerson, { id, languages: [], profileVersion: 0, trainedOn: null });
  }

  speak(languages: readonly string[], profileVersion: number): void {
    if (profileVersion <= this.profileVersion) return;
    this.languages = [...languages];
    this.profileVersion = profileVersion;
  }

  completeTraining(on: Temporal.PlainDate): void {
    this.trainedOn ??= on;
  }
}
schema.setClass(KnownPerson);
export const knownPersonSchema = schema;
