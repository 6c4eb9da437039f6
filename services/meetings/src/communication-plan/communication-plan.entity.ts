import { newId, requireText, type Id, type Temporal } from '@fc/domain-kernel';
import { column, defineEntity, make } from '@fc/tenancy';

const schema = defineEntity({
  name: 'CommunicationPlan',
  tableName: 'communication_plan',
  uniques: [{ name: 'communication_plan_one_revision', properties: ['connectionId', 'revision'] }],
  properties: {
    id: column.id<'CommunicationPlan'>(),
    connectionId: column.ref<'FamilyConnection'>(),
    /** Counts from 1. */
    revision: column.integer(),
    /** What the two families tell each other. */
    what: column.text(),
    how: column.text(),
    howOften: column.text(),
    /** The meeting in which it was made. */
    meetingId: column.ref<'ConnectionsMeeting'>().index(),
    /** Null until that meeting is held. */
    agreedAt: column.instant().nullable(),
  },
});

export interface PlanTerms {
  readonly what: string;
  readonly how: string;
  readonly howOften: string;
}

/** How two families stay in touch: what they tell each other, how and how often. Nobody signs it; a later revision takes its place. */
export class CommunicationPlan extends schema.class {
  /** Throws `TEXT_...`. */
  static draft(made: { connectionId: Id<'FamilyConnection'>; meetingId: Id<'ConnectionsMeeting'>; revision: number }, { what, how, howOften }: PlanTerms): CommunicationPlan {
    const text = (value: string, field: string): string => requireText(value, { field, max: 1_000 });
    return make(CommunicationPlan, { ...made, id: newId<'CommunicationPlan'>(), what: text(what, 'What you share'), how: text(how, 'How you share it'), howOften: text(howOften, 'How often'), agreedAt: null });
  }

  agree(at: Temporal.Instant): void {
    this.agreedAt = at;
  }
}
schema.setClass(CommunicationPlan);
export const communicationPlanSchema = schema;
