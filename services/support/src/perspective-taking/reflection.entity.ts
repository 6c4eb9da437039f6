import { newId, requireText, type Id, type Temporal } from '@fc/domain-kernel';
import { column, defineEntity, make, type PersonKey, type Place, type Row } from '@fc/tenancy';
import { savedElsewhere } from './perspective-taking.errors.ts';

const schema = defineEntity({
  name: 'Reflection',
  tableName: 'reflection',
  uniques: [{ name: 'reflection_one_each', properties: ['personId', 'questionId'] }],
  properties: {
    id: column.id<'Reflection'>(),
    personId: column.ref<'Person'>(),
    questionId: column.text(),
    words: column.sealed(),
    /** Counts the times that it was saved, from 1. */
    revision: column.integer(),
    savedAt: column.instant(),
  },
});

/** The most characters that one reflection holds. */
const longest = 10_000;

const placeOf = ({ id }: { id: string }): Place => ({ record: 'Reflection', id, field: 'words' });
const requireWords = (words: string): string => requireText(words, { field: 'What you write', max: longest });

/** What somebody has written to a question, for themselves alone: sealed with their key, and read by nobody else. */
export class Reflection extends schema.class {
  /** Throws `TEXT_...`. */
  static begin(of: { personId: Id<'Person'>; questionId: string }, words: string, key: PersonKey, savedAt: Temporal.Instant): Reflection {
    const id = newId<'Reflection'>();
    return make(Reflection, { ...of, id, words: key.seal(placeOf({ id }), requireWords(words)), revision: 1, savedAt });
  }

  /** Saving the same once more changes nothing. Throws `CHANGED_MEANWHILE` over what another device has saved since, `TEXT_...`. */
  save(words: string, revision: number | null | undefined, key: PersonKey, at: Temporal.Instant): void {
    const text = requireWords(words);
    if (text === Reflection.open(this, key)) return;
    if (revision !== this.revision) throw savedElsewhere();
    this.words = key.seal(placeOf(this), text);
    this.revision += 1;
    this.savedAt = at;
  }

  static open(reflection: Pick<Row<Reflection>, 'id' | 'words'>, key: PersonKey): string {
    return key.open(placeOf(reflection), reflection.words);
  }
}
schema.setClass(Reflection);
export const reflectionSchema = schema;
