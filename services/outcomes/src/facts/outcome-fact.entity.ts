import { newId, Temporal, type Id } from '@fc/domain-kernel';
import { column, defineEntity, make } from '@fc/tenancy';

/** What the program counts, and the words that tell facts of one kind apart; none where there is nothing to tell apart. */
export const factKinds = {
  CONNECTION_OPENED: [],
  CONNECTION_CLOSED: [],
  MATCH_ACCEPTED: ['PARENT_ALLY', 'CAREGIVER_MENTOR'],
  MATCH_ENDED: ['PARENT_ALLY', 'CAREGIVER_MENTOR'],
  COMFORT_CALL_HELD: ['WITHIN_WINDOW', 'LATE'],
  PREPARATION_HELD: ['PARENT_ALLY', 'CAREGIVER_MENTOR'],
  MEETING_HELD: ['CONNECTIONS_MEETING', 'ICEBREAKER'],
  PLAN_AGREED: [],
  FOLLOW_UP_HELD: ['PARENT_ALLY', 'CAREGIVER_MENTOR'],
  FAMILY_TIME_PLANNED: ['NATURAL', 'AGENCY', 'VIRTUAL'],
  VISIT_HELD: ['NATURAL', 'AGENCY', 'VIRTUAL'],
  WINDOW_MISSED: ['COMFORT_CALL', 'ICEBREAKER', 'CONNECTIONS_MEETING'],
  PLACEMENT_STARTED: ['MOVE', 'NO_MOVE'],
  EPISODE_EXITED: ['REUNIFICATION', 'GUARDIANSHIP', 'KINSHIP_ADOPTION', 'ADOPTION', 'LIVING_WITH_RELATIVE', 'AGED_OUT', 'OTHER'],
  TRAINING_COMPLETED: [],
} as const satisfies Readonly<Record<string, readonly string[]>>;
export type FactKind = keyof typeof factKinds;
const kinds = Object.keys(factKinds) as FactKind[];

const schema = defineEntity({
  name: 'OutcomeFact',
  tableName: 'outcome_fact',
  indexes: [{ properties: ['kind', 'at'] }],
  properties: {
    id: column.id<'OutcomeFact'>(),
    kind: column.oneOf(kinds),
    category: column.text().nullable(),
    at: column.instant(),
    /** The meeting, visit, match and so on that the fact tells of. */
    sourceId: column.text().index(),
    /** Whom the fact is about, as far as its event says: a connection, a participant, or a child and their parent. */
    connectionId: column.ref<'FamilyConnection'>().nullable().index(),
    participantId: column.ref<'Participant'>().nullable().index(),
    childId: column.ref<'Child'>().nullable().index(),
    parentId: column.ref<'Person'>().nullable(),
  },
});

/** Something that happened in the program. Facts are only added, or put right where they were said wrongly: what follows from them is worked out when it is asked for, so their order does not matter. */
export class OutcomeFact extends schema.class {
  static of<Kind extends FactKind>(fact: NewFact<Kind>): OutcomeFact {
    const { kind, sourceId, about = {}, category = null } = fact;
    const { connectionId = null, participantId = null, childId = null, parentId = null } = about;
    return make(OutcomeFact, { id: newId<'OutcomeFact'>(), kind, category, at: Temporal.Instant.from(fact.at), sourceId, connectionId, participantId, childId, parentId });
  }

  correct(category: string, at: string): void {
    this.category = category;
    this.at = Temporal.Instant.from(at);
  }
}
schema.setClass(OutcomeFact);
export const outcomeFactSchema = schema;

export interface NewFact<Kind extends FactKind> {
  readonly kind: Kind;
  readonly category?: (typeof factKinds)[Kind][number];
  readonly sourceId: string;
  /** RFC 3339, as events carry it. */
  readonly at: string;
  readonly about?: {
    readonly connectionId?: Id<'FamilyConnection'>;
    readonly participantId?: Id<'Participant'>;
    readonly childId?: Id<'Child'>;
    readonly parentId?: Id<'Person'>;
  };
}
