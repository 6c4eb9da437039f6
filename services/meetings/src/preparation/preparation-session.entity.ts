import { newId, requireNotBefore, requirePast, requireText, type Id, type Temporal } from '@fc/domain-kernel';
import { column, defineEntity, make } from '@fc/tenancy';
import type { ActiveMatch } from '../projections/active-match.entity.ts';
import { connectionSides } from '../projections/connection-side.ts';
import { requireTopics } from './talk-topics.ts';

const schema = defineEntity({
  name: 'PreparationSession',
  tableName: 'preparation_session',
  uniques: [{ name: 'preparation_session_one_each', properties: ['connectionId', 'matchId'] }],
  properties: {
    id: column.id<'PreparationSession'>(),
    connectionId: column.ref<'FamilyConnection'>(),
    matchId: column.ref<'MentorMatch'>(),
    side: column.oneOf(connectionSides),
    mentorId: column.ref<'Person'>(),
    heldAt: column.instant(),
    topics: column.texts(),
    note: column.text().nullable(),
  },
});

export interface PreparationTalk {
  readonly heldAt: Temporal.Instant;
  readonly topics: readonly string[];
  readonly note?: string | null | undefined;
}

/** One side has talked with its own mentor before the first meeting. Private to the pair. */
export class PreparationSession extends schema.class {
  /** Throws `DATE_IN_FUTURE`, `DATE_TOO_EARLY` for a talk before the match was accepted, `MEETINGS.NO_SUCH_PROMPT`, `TEXT_...`. */
  static held(connectionId: Id<'FamilyConnection'>, match: ActiveMatch, { heldAt, topics, note }: PreparationTalk, now: Temporal.Instant): PreparationSession {
    requirePast(heldAt, now, 'The preparation');
    requireNotBefore(heldAt, match.acceptedAt, 'The preparation', 'the match');
    return make(PreparationSession, {
      id: newId<'PreparationSession'>(),
      connectionId,
      matchId: match.id,
      side: match.side,
      mentorId: match.mentorId,
      heldAt,
      topics: requireTopics(topics, match.side),
      note: note ? requireText(note, { field: 'The note', max: 4_000 }) : null,
    });
  }
}
schema.setClass(PreparationSession);
export const preparationSessionSchema = schema;
