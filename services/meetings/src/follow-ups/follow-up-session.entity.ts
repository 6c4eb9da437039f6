import { DomainError, followUpWindow, newId, requireNotBefore, requirePast, requireText, type Id, type Temporal } from '@fc/domain-kernel';
import { column, defineEntity, make, type County } from '@fc/tenancy';
import type { ActiveMatch } from '../projections/active-match.entity.ts';
import { requireTopics } from '../preparation/talk-topics.ts';
import { connectionSides } from '../projections/connection-side.ts';

const schema = defineEntity({
  name: 'FollowUpSession',
  tableName: 'follow_up_session',
  uniques: [{ name: 'follow_up_session_one_due', properties: ['connectionId', 'matchId'], where: 'held_at is null and closed_at is null' }],
  properties: {
    id: column.id<'FollowUpSession'>(),
    connectionId: column.ref<'FamilyConnection'>().index(),
    matchId: column.ref<'MentorMatch'>().index(),
    side: column.oneOf(connectionSides),
    mentorId: column.ref<'Person'>(),
    /** What it follows: the meeting, or the talk before. */
    after: column.instant().fieldNames('follows_at'),
    /** The first instant behind the day on which it is due. */
    dueAt: column.instant(),
    heldAt: column.instant().nullable(),
    closedAt: column.instant().nullable(),
    /** Lines of the guide by their id, or in one's own words. */
    topics: column.texts(),
    note: column.text().nullable(),
    version: column.version(),
  },
});

/** One side talks again with its own mentor after the families have met, time and again until the connection or the match ends. */
export class FollowUpSession extends schema.class {
  static after(connectionId: Id<'FamilyConnection'>, match: ActiveMatch, after: Temporal.Instant, { settings, timeZone: zone }: County): FollowUpSession {
    const { closes: dueAt } = followUpWindow({ from: after, days: settings.followUpEveryDays, zone });
    return make(FollowUpSession, { id: newId<'FollowUpSession'>(), connectionId, matchId: match.id, side: match.side, mentorId: match.mentorId, after, dueAt, heldAt: null, closedAt: null, topics: [], note: null });
  }

  /** What it follows has been followed by something later. */
  follow(after: Temporal.Instant, { settings, timeZone: zone }: County): void {
    this.after = after;
    this.dueAt = followUpWindow({ from: after, days: settings.followUpEveryDays, zone }).closes;
  }

  /** Throws `MEETINGS.ALREADY_HELD`, `MEETINGS.NO_LONGER_DUE`, `DATE_IN_FUTURE`, `DATE_TOO_EARLY`, `MEETINGS.NO_SUCH_PROMPT`, `TEXT_...`. */
  hold({ heldAt, topics = [], note }: { heldAt: Temporal.Instant; topics?: readonly string[]; note?: string | null | undefined }, now: Temporal.Instant): void {
    if (this.heldAt) throw new DomainError('MEETINGS.ALREADY_HELD', 'This talk has been recorded already.');
    if (this.closedAt) throw new DomainError('MEETINGS.NO_LONGER_DUE', 'This talk is no longer due.');
    requirePast(heldAt, now, 'The talk');
    requireNotBefore(heldAt, this.after, 'The talk', 'what it follows');
    this.heldAt = heldAt;
    this.topics = requireTopics(topics, this.side);
    this.note = note ? requireText(note, { field: 'The note', max: 4_000 }) : null;
  }

  /** The connection or the match has ended. */
  close(at: Temporal.Instant): void {
    if (!this.heldAt) this.closedAt = at;
  }
}
schema.setClass(FollowUpSession);
export const followUpSessionSchema = schema;
