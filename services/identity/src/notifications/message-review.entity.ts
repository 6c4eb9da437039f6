import { newId, type Id, type Temporal } from '@fc/domain-kernel';
import { column, defineEntity, make } from '@fc/tenancy';
import { messageTemplates, type MessageTemplate } from './message-template.ts';

const schema = defineEntity({
  name: 'MessageReview',
  tableName: 'message_review',
  uniques: [{ name: 'message_review_one', properties: ['template', 'language', 'wording'] }],
  properties: {
    id: column.id<'MessageReview'>(),
    template: column.oneOf(messageTemplates),
    language: column.oneOf(['en', 'es']),
    wording: column.text(),
    reviewedBy: column.ref<'Person'>(),
    reviewedAt: column.instant(),
  },
});

/** Somebody of this county who speaks the language found that wording good. Another wording needs another review. */
export class MessageReview extends schema.class {
  static of(what: { template: `${MessageTemplate}`; language: 'en' | 'es'; wording: string }, reviewedBy: Id<'Person'>, reviewedAt: Temporal.Instant): MessageReview {
    return make(MessageReview, { id: newId<'MessageReview'>(), ...what, reviewedBy, reviewedAt });
  }
}
schema.setClass(MessageReview);
export const messageReviewSchema = schema;
