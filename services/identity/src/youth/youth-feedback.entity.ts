import { newId, requireText, type Id, type Temporal } from '@fc/domain-kernel';
import { column, defineEntity, make } from '@fc/tenancy';

export enum FeedbackAbout {
  MY_HOME = 'MY_HOME',
  TIME_WITH_MY_FAMILY = 'TIME_WITH_MY_FAMILY',
  MY_TEAM = 'MY_TEAM',
  GOING_HOME = 'GOING_HOME',
  OTHER = 'OTHER',
}
const subjects: readonly `${FeedbackAbout}`[] = Object.values(FeedbackAbout);

const schema = defineEntity({
  name: 'YouthFeedback',
  tableName: 'youth_feedback',
  properties: {
    id: column.id<'YouthFeedback'>(),
    childId: column.ref<'Child'>().index(),
    about: column.oneOf(subjects),
    text: column.text(),
    givenAt: column.instant(),
  },
});

/** What a young person in care says of it, to the coordinator and in their own words. */
export class YouthFeedback extends schema.class {
  /** Throws `TEXT_...`. */
  static give(childId: Id<'Child'>, about: `${FeedbackAbout}`, text: string, givenAt: Temporal.Instant): YouthFeedback {
    return make(YouthFeedback, { id: newId<'YouthFeedback'>(), childId, about, text: requireText(text, { field: 'What you say', max: 2_000 }), givenAt });
  }
}
schema.setClass(YouthFeedback);
export const youthFeedbackSchema = schema;
