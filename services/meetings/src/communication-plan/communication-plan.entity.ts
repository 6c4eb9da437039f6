import { DomainError, newId, requireText, type Id, type Temporal } from '@fc/domain-kernel';
import { contactChannels, type ContactChannel } from '@fc/subgraph';
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
    /** Empty, and null, where the families leave it open. */
    channels: column.texts().$type<ContactChannel[]>().defaultRaw(`'{}'`),
    timesPerWeek: column.integer().nullable(),
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
  /** In which ways, and at most how often a week: needed where the case plan sets something. */
  readonly channels: readonly ContactChannel[];
  readonly timesPerWeek?: number | null | undefined;
}

/** How two families stay in touch: what they tell each other, how and how often. Nobody signs it; a later revision takes its place. */
export class CommunicationPlan extends schema.class {
  /** Throws `TEXT_...`, `MEETINGS.INVALID_FREQUENCY`. */
  static draft(made: { connectionId: Id<'FamilyConnection'>; meetingId: Id<'ConnectionsMeeting'>; revision: number }, { what, how, howOften, channels, timesPerWeek = null }: PlanTerms): CommunicationPlan {
    const text = (value: string, field: string): string => requireText(value, { field, max: 1_000 });
    if (timesPerWeek !== null && (!Number.isInteger(timesPerWeek) || timesPerWeek < 1 || timesPerWeek > 100)) throw new DomainError('MEETINGS.INVALID_FREQUENCY', 'How often a week is a number from 1 to 100.');
    return make(CommunicationPlan, {
      ...made,
      id: newId<'CommunicationPlan'>(),
      what: text(what, 'What you share'),
      how: text(how, 'How you share it'),
      howOften: text(howOften, 'How often'),
      channels: contactChannels.filter((channel) => channels.includes(channel)),
      timesPerWeek,
      agreedAt: null,
    });
  }

  agree(at: Temporal.Instant): void {
    this.agreedAt = at;
  }
}
schema.setClass(CommunicationPlan);
export const communicationPlanSchema = schema;
