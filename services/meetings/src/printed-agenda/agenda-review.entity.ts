import { newId, type Id, type Temporal } from '@fc/domain-kernel';
import { column, defineEntity, make } from '@fc/tenancy';
import { alreadyReviewed } from '../guide/guide.errors.ts';

const schema = defineEntity({
  name: 'AgendaReview',
  tableName: 'agenda_review',
  uniques: [{ name: 'agenda_review_one', properties: ['language', 'wording'] }],
  properties: {
    id: column.id<'AgendaReview'>(),
    language: column.oneOf(['en', 'es']),
    wording: column.text(),
    reviewedBy: column.ref<'Person'>(),
    reviewedAt: column.instant(),
  },
});

/** Somebody of this county who speaks the language has read the printed agenda in it and finds it good. Another wording needs another review. */
export class AgendaReview extends schema.class {
  static of(language: 'en' | 'es', wording: string, reviewedBy: Id<'Person'>, reviewedAt: Temporal.Instant): AgendaReview {
    return make(AgendaReview, { id: newId<'AgendaReview'>(), language, wording, reviewedBy, reviewedAt });
  }
}
schema.setClass(AgendaReview);
export const agendaReviewSchema = schema;

/** What the database's own constraints mean here. */
export const agendaReviewRefusals = { agenda_review_one: alreadyReviewed };
