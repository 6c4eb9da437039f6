import { newId, type Id, type Temporal } from '@fc/domain-kernel';
import { column, defineEntity, make } from '@fc/tenancy';
import { alreadyReviewed } from '../guide/guide.errors.ts';
import { wordingPacks, type WordingPack } from './wording-pack.ts';

const schema = defineEntity({
  name: 'WordingReview',
  tableName: 'wording_review',
  uniques: [{ name: 'wording_review_one', properties: ['pack', 'language', 'wording'] }],
  properties: {
    id: column.id<'WordingReview'>(),
    pack: column.oneOf(wordingPacks),
    language: column.oneOf(['en', 'es']),
    wording: column.text(),
    reviewedBy: column.ref<'Person'>(),
    reviewedAt: column.instant(),
  },
});

/** Somebody of this county who speaks the language has read a pack in it and finds it good. Another wording needs another review. */
export class WordingReview extends schema.class {
  static of(read: { pack: `${WordingPack}`; language: 'en' | 'es'; wording: string }, reviewedBy: Id<'Person'>, reviewedAt: Temporal.Instant): WordingReview {
    return make(WordingReview, { id: newId<'WordingReview'>(), ...read, reviewedBy, reviewedAt });
  }
}
schema.setClass(WordingReview);
export const wordingReviewSchema = schema;

/** What the database's own constraints mean here. */
export const wordingRefusals = { wording_review_one: alreadyReviewed };
