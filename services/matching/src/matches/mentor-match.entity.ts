import { DomainError, newId, Temporal } from '@fc/domain-kernel';
import { column, defineEntity, make } from '@fc/tenancy';
import { mentorRoles } from '../needs/mentor-need.entity.ts';
import type { MatchProposal } from '../proposals/match-proposal.entity.ts';
import { matchEndReasons, type MatchEndReason } from './match-end-reason.ts';

const schema = defineEntity({
  name: 'MentorMatch',
  tableName: 'mentor_match',
  uniques: [{ name: 'mentor_match_one_active', properties: ['participantId', 'mentorRole'], where: 'ended_at is null' }],
  properties: {
    id: column.id<'MentorMatch'>(),
    proposalId: column.ref<'MatchProposal'>().unique(),
    needId: column.ref<'MentorNeed'>(),
    participantId: column.ref<'Participant'>(),
    mentorRole: column.oneOf(mentorRoles),
    mentorId: column.ref<'Person'>().index(),
    acceptedAt: column.instant(),
    endedAt: column.instant().nullable(),
    /** Null while they are matched, and of the first ones that ended. */
    endedBecause: column.oneOf(matchEndReasons).nullable(),
    /** When the two last talked, as far as meetings has told. */
    lastContactAt: column.instant().nullable(),
    version: column.version(),
  },
});

/** A mentor and a participant who both said yes. It is the participant's, not a connection's: it goes with them to another. */
export class MentorMatch extends schema.class {
  static of({ id, needId, participantId, mentorRole, mentorId }: MatchProposal, acceptedAt: Temporal.Instant): MentorMatch {
    return make(MentorMatch, { id: newId<'MentorMatch'>(), proposalId: id, needId, participantId, mentorRole, mentorId, acceptedAt, endedAt: null, endedBecause: null, lastContactAt: null });
  }

  isActive(): boolean {
    return this.endedAt === null;
  }

  end(at: Temporal.Instant, because: `${MatchEndReason}`): void {
    this.endedAt = at;
    this.endedBecause = because;
  }

  /** They talked then; the latest talk counts, in whatever order they are told. */
  talked(at: Temporal.Instant): void {
    if (!this.lastContactAt || Temporal.Instant.compare(this.lastContactAt, at) < 0) this.lastContactAt = at;
  }
}
schema.setClass(MentorMatch);
export const mentorMatchSchema = schema;

/** What the database's own constraints mean here. */
export const matchRefusals = {
  mentor_match_one_active: () => new DomainError('MATCHING.ALREADY_MATCHED', 'They have a mentor of this kind already.'),
};
