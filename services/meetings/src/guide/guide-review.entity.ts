import { newId, type Id, type Temporal } from '@fc/domain-kernel';
import { column, defineEntity, make } from '@fc/tenancy';

const schema = defineEntity({
  name: 'GuideReview',
  tableName: 'guide_review',
  uniques: [{ name: 'guide_review_one', properties: ['language', 'wording'] }],
  properties: {
    id: column.id<'GuideReview'>(),
    language: column.oneOf(['en', 'es']),
    wording: column.text(),
    reviewedBy: column.ref<'Person'>(),
    reviewedAt: column.instant(),
  },
});

/** Somebody of this county who speaks the language has read the guide in it and finds it good. Another wording needs another review. */
export class GuideReview extends schema.class {
  static of(language: 'en' | 'es', wording: string, reviewedBy: Id<'Person'>, reviewedAt: Temporal.Instant): GuideReview {
    return make(GuideReview, { id: newId<'GuideReview'>(), language, wording, reviewedBy, reviewedAt });
  }
}
schema.setClass(GuideReview);
export const guideReviewSchema = schema;
