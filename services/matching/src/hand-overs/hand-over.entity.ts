import { DomainError, requireText, type Id, type Temporal } from '@fc/domain-kernel';
import { column, defineEntity, make } from '@fc/tenancy';

const schema = defineEntity({
  name: 'HandOver',
  tableName: 'hand_over',
  properties: {
    needId: column.ref<'MentorNeed'>().primary(),
    /** What their mentor would tell the next one; the family has not agreed to it, and it ends with the match. */
    draft: column.text().nullable(),
    /** What the family lets the next mentor know. */
    agreed: column.text().nullable(),
    agreedAt: column.instant().nullable(),
    version: column.version(),
  },
});

/** What the next mentor of a parent or a household may know from the beginning: the family decides, and may take it back. Notes of a pair are no part of it (R80). */
export class HandOver extends schema.class {
  static of(needId: Id<'MentorNeed'>): HandOver {
    return make(HandOver, { needId, draft: null, agreed: null, agreedAt: null });
  }

  /** The mentor suggests it. Throws `TEXT_...`. */
  suggest(text: string): void {
    this.draft = requireText(text, { field: 'The hand-over', max: 4_000 });
  }

  /** The family agrees: to words of its own, else to what the mentor suggested. Throws `MATCHING.NOTHING_TO_HAND_OVER`, `TEXT_...`. */
  agree(own: string | null, at: Temporal.Instant): void {
    const words = own ?? this.draft;
    if (!words) throw new DomainError('MATCHING.NOTHING_TO_HAND_OVER', 'Your mentor has suggested nothing. Say in your own words what the next one should know.');
    this.agreed = requireText(words, { field: 'The hand-over', max: 4_000 });
    this.agreedAt = at;
    this.draft = null;
  }

  takeBack(): void {
    this.agreed = this.agreedAt = this.draft = null;
  }

  /** The match is over, and the family has not agreed: it stays behind. */
  forgetDraft(): void {
    this.draft = null;
  }
}
schema.setClass(HandOver);
export const handOverSchema = schema;
