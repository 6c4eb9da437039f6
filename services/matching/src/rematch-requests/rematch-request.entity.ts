import { newId, type Id, type Temporal } from '@fc/domain-kernel';
import { column, defineEntity, make } from '@fc/tenancy';
import { proposalSides, type ProposalSide } from '../proposals/match-proposal.entity.ts';

const schema = defineEntity({
  name: 'RematchRequest',
  tableName: 'rematch_request',
  uniques: [{ name: 'rematch_request_one_each', properties: ['matchId', 'side'] }],
  properties: {
    id: column.id<'RematchRequest'>(),
    matchId: column.ref<'MentorMatch'>(),
    /** Whose wish it is, for a coordinator who talks with them. */
    side: column.oneOf(proposalSides),
    askedAt: column.instant(),
    takenBackAt: column.instant().nullable(),
    version: column.version(),
  },
});

/**
 * The mentor, or the family, would rather be matched anew. It holds no reason, and names nobody: so it stands in neither
 * side's record of who changed what, and is never written again when the match ends, which would tell that somebody had asked.
 */
export class RematchRequest extends schema.class {
  static of(matchId: Id<'MentorMatch'>, side: `${ProposalSide}`, askedAt: Temporal.Instant): RematchRequest {
    return make(RematchRequest, { id: newId<'RematchRequest'>(), matchId, side, askedAt, takenBackAt: null });
  }

  /** Asked again after it was taken back; else it stays as it is. */
  askAgain(at: Temporal.Instant): void {
    if (!this.takenBackAt) return;
    this.askedAt = at;
    this.takenBackAt = null;
  }

  takeBack(at: Temporal.Instant): void {
    this.takenBackAt ??= at;
  }
}
schema.setClass(RematchRequest);
export const rematchRequestSchema = schema;
