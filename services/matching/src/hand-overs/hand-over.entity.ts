import { DomainError, requireText, type Id, type Temporal } from '@fc/domain-kernel';
import { column, defineEntity, make, type PersonKey, type Place, type Row } from '@fc/tenancy';
import type { WordsKey } from '../needs/mentor-need.entity.ts';
import { openJson, sealJson } from '../own-words/sealed-json.ts';

/** What the mentor suggests, and what the family lets the next one know. */
export interface HandedOver {
  readonly draft: string | null;
  readonly agreed: string | null;
}

const schema = defineEntity({
  name: 'HandOver',
  tableName: 'hand_over',
  properties: {
    needId: column.ref<'MentorNeed'>().primary(),
    /** What their mentor would tell the next one; the family has not agreed to it, and it ends with the match. */
    draftSealed: column.sealed().nullable(),
    /** What the family lets the next mentor know. */
    agreedSealed: column.sealed().nullable(),
    /** One of the family, with whose key both are sealed. */
    wordsOf: column.ref<'Person'>().nullable(),
    /** In plain words an older version wrote these two; empty once sealed. */
    draft: column.text().nullable(),
    agreed: column.text().nullable(),
    agreedAt: column.instant().nullable(),
    version: column.version(),
  },
});

/** What the next mentor of a parent or a household may know from the beginning: the family decides, and may take it back. Notes of a pair are no part of it (R80). */
export class HandOver extends schema.class {
  static of(needId: Id<'MentorNeed'>): HandOver {
    return make(HandOver, { needId, draftSealed: null, agreedSealed: null, wordsOf: null, draft: null, agreed: null, agreedAt: null });
  }

  /** The mentor suggests it. Throws `TEXT_...`. */
  suggest(text: string, key: WordsKey): void {
    this.sealPlain(key);
    this.draftSealed = sealJson(key.key, placeOf(this.needId, 'draftSealed'), requireText(text, { field: 'The hand-over', max: 4_000 }));
  }

  /** The family agrees: to words of its own, else to what the mentor suggested. Throws `MATCHING.NOTHING_TO_HAND_OVER`, `TEXT_...`. */
  agree(own: string | null, at: Temporal.Instant, key: WordsKey): void {
    this.sealPlain(key);
    const words = own ?? HandOver.open(this, key.key).draft;
    if (!words) throw new DomainError('MATCHING.NOTHING_TO_HAND_OVER', 'Your mentor has suggested nothing. Say in your own words what the next one should know.');
    this.agreedSealed = sealJson(key.key, placeOf(this.needId, 'agreedSealed'), requireText(words, { field: 'The hand-over', max: 4_000 }));
    this.agreedAt = at;
    this.draftSealed = null;
  }

  takeBack(): void {
    this.draftSealed = this.agreedSealed = null;
    this.agreed = this.agreedAt = this.draft = null;
  }

  /** The match is over, and the family has not agreed: it stays behind. */
  forgetDraft(): void {
    this.draft = this.draftSealed = null;
  }

  /** What an older version wrote in plain words is sealed; `key` is the one that both are sealed with from now on. */
  sealPlain({ of, key }: WordsKey): void {
    if (this.draft) this.draftSealed = sealJson(key, placeOf(this.needId, 'draftSealed'), this.draft);
    if (this.agreed) this.agreedSealed = sealJson(key, placeOf(this.needId, 'agreedSealed'), this.agreed);
    this.draft = this.agreed = null;
    this.wordsOf = of;
  }

  static open({ needId, draftSealed, agreedSealed }: Pick<Row<HandOver>, 'needId' | 'draftSealed' | 'agreedSealed'>, key: PersonKey): HandedOver {
    return {
      draft: draftSealed ? openJson<string>(key, placeOf(needId, 'draftSealed'), draftSealed) : null,
      agreed: agreedSealed ? openJson<string>(key, placeOf(needId, 'agreedSealed'), agreedSealed) : null,
    };
  }
}
schema.setClass(HandOver);
export const handOverSchema = schema;

const placeOf = (id: string, field: 'draftSealed' | 'agreedSealed'): Place => ({ record: 'HandOver', id, field });
