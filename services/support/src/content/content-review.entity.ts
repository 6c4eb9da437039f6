import { newId, type Id, type Temporal } from '@fc/domain-kernel';
import { column, defineEntity, make } from '@fc/tenancy';
import { supportContents, type SupportContent } from './content-packs.ts';
import type { ContentLanguage } from './wording.ts';

const schema = defineEntity({
  name: 'ContentReview',
  tableName: 'content_review',
  uniques: [{ name: 'content_review_one', properties: ['content', 'language', 'wording'] }],
  properties: {
    id: column.id<'ContentReview'>(),
    content: column.oneOf(supportContents),
    language: column.oneOf(['en', 'es']),
    wording: column.text(),
    reviewedBy: column.ref<'Person'>(),
    reviewedAt: column.instant(),
  },
});

/** Somebody of this county who speaks the language has read the content in it and finds it good. Another wording needs another review. */
export class ContentReview extends schema.class {
  static of(read: { content: `${SupportContent}`; language: `${ContentLanguage}`; wording: string }, reviewedBy: Id<'Person'>, reviewedAt: Temporal.Instant): ContentReview {
    return make(ContentReview, { id: newId<'ContentReview'>(), ...read, reviewedBy, reviewedAt });
  }
}
schema.setClass(ContentReview);
export const contentReviewSchema = schema;
