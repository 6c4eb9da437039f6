import { newId, requireFuture, requirePast, requireText, type Id, type Temporal } from '@fc/domain-kernel';
import { column, defineEntity, make, type County } from '@fc/tenancy';
import type { SharedStatement } from '../agreements/shared-statement.entity.ts';
import { hearingOver, noReviewBoard, statementBrought, statementOfOthers } from './review-hearing.errors.ts';

/** Who reviews the case. A board recommends to the judge; the court decides (R61). */
export enum ReviewHearingKind {
  COURT = 'COURT',
  CITIZEN_REVIEW_BOARD = 'CITIZEN_REVIEW_BOARD',
}
const kinds: readonly `${ReviewHearingKind}`[] = Object.values(ReviewHearingKind);

export enum ReviewHearingStatus {
  PLANNED = 'PLANNED',
  HELD = 'HELD',
  CANCELLED = 'CANCELLED',
}
const statuses: readonly `${ReviewHearingStatus}`[] = Object.values(ReviewHearingStatus);

const schema = defineEntity({
  name: 'ReviewHearing',
  tableName: 'review_hearing',
  uniques: [{ name: 'review_hearing_one_at_a_time', properties: ['connectionId', 'scheduledFor'], where: `status = 'PLANNED'` }],
  properties: {
    id: column.id<'ReviewHearing'>(),
    connectionId: column.ref<'FamilyConnection'>().index(),
    kind: column.oneOf(kinds),
    scheduledFor: column.instant(),
    place: column.text(),
    status: column.oneOf(statuses),
    recordedBy: column.ref<'Person'>(),
    heldAt: column.instant().nullable(),
    /** What both families say to it in the same words; null where they say nothing together. */
    statementId: column.ref<'SharedStatement'>().nullable(),
    version: column.version(),
  },
});

export interface HearingPlan {
  readonly connectionId: Id<'FamilyConnection'>;
  readonly kind: `${ReviewHearingKind}`;
  readonly scheduledFor: Temporal.Instant;
  readonly place: string;
}

/** A review of the case by the court or by citizens (S51). Its time is the court's: here it is known, prepared for, and what came of it is kept. */
export class ReviewHearing extends schema.class {
  /** Throws `MEETINGS.NO_REVIEW_BOARD` where the county has none, `DATE_IN_PAST`, `TEXT_...`. */
  static planned({ connectionId, kind, scheduledFor, place }: HearingPlan, { county, by, now }: { county: County; by: Id<'Person'>; now: Temporal.Instant }): ReviewHearing {
    if (kind === 'CITIZEN_REVIEW_BOARD' && !county.settings.citizenReviewBoard) throw noReviewBoard();
    return make(ReviewHearing, {
      ...{ id: newId<'ReviewHearing'>(), connectionId, kind, status: 'PLANNED', recordedBy: by, heldAt: null, statementId: null },
      scheduledFor: requireFuture(scheduledFor, now, 'The hearing'),
      place: requireText(place, { field: 'The place', max: 200 }),
    });
  }

  /** Throws `MEETINGS.HEARING_HELD`, `MEETINGS.HEARING_CANCELLED`. */
  requirePlanned(): void {
    if (this.status !== 'PLANNED') throw hearingOver(this.status);
  }

  /** Throws `DATE_IN_FUTURE`, and for what is not planned why not. */
  hold(heldAt: Temporal.Instant, now: Temporal.Instant): void {
    this.requirePlanned();
    this.heldAt = requirePast(heldAt, now, 'The hearing');
    this.status = 'HELD';
  }

  /** Throws for what is not planned why not. */
  cancel(): void {
    this.requirePlanned();
    this.status = 'CANCELLED';
  }

  /**
   * The joint statement goes to this hearing, once both families have approved its wording. Throws `MEETINGS.NOT_APPROVED`,
   * `MEETINGS.ALREADY_SENT`, `MEETINGS.STATEMENT_BROUGHT`, `MEETINGS.STATEMENT_OF_OTHERS`, and for what is not planned why not.
   */
  bring(statement: SharedStatement, at: Temporal.Instant): void {
    this.requirePlanned();
    if (statement.connectionId !== this.connectionId) throw statementOfOthers();
    if (this.statementId) throw statementBrought();
    statement.send([], at); // to nobody by name: whoever may know of the hearing reads it there
    this.statementId = statement.id;
  }
}
schema.setClass(ReviewHearing);
export const reviewHearingSchema = schema;
