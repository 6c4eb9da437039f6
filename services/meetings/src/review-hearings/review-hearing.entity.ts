import { newId, requireFuture, requireNotBefore, requirePast, requireText, type Id, type Temporal } from '@fc/domain-kernel';
import { column, defineEntity, make, type County } from '@fc/tenancy';
import type { SharedStatement } from '../agreements/shared-statement.entity.ts';
import { requireLength } from '../scheduling/meeting-length.ts';
import { moveReasons, type MoveReason } from '../scheduling/move-reason.ts';
import { hearingKindNeeded, hearingOver, noReviewBoard, noSuchHearingType, otherKindOfHearing, statementBrought, statementOfOthers } from './review-hearing.errors.ts';

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
    /** Which of the county's hearings it is, and what it was called when it was planned; null where nobody has said so. */
    typeKey: column.text().nullable(),
    typeName: column.text().nullable(),
    scheduledFor: column.instant(),
    /** How long it takes, as far as that is known. */
    minutes: column.integer().default(60),
    place: column.text(),
    status: column.oneOf(statuses),
    recordedBy: column.ref<'Person'>(),
    heldAt: column.instant().nullable(),
    /** What both families say to it in the same words; null where they say nothing together. */
    statementId: column.ref<'SharedStatement'>().nullable(),
    /** When and why it was moved the last time. */
    movedAt: column.instant().nullable(),
    moveReason: column.oneOf(moveReasons).nullable(),
    version: column.version(),
  },
});

export interface HearingPlan {
  readonly connectionId: Id<'FamilyConnection'>;
  /** May be left out where the type says it. */
  readonly kind?: `${ReviewHearingKind}` | null | undefined;
  /** One of the county's own (decision 17). */
  readonly type?: string | null | undefined;
  readonly scheduledFor: Temporal.Instant;
  /** As long as hearings usually take in the county, when left out. */
  readonly minutes?: number | null | undefined;
  readonly place: string;
}

/** What is left out stays as it is. */
export type NewHearingTime = Pick<HearingPlan, 'scheduledFor' | 'minutes'> & { readonly place?: string | null | undefined };

/** A review of the case by the court or by citizens (S51). Its time is the court's: here it is known, prepared for, and what came of it is kept. */
export class ReviewHearing extends schema.class {
  /** Throws `MEETINGS.NO_REVIEW_BOARD` where the county has none, `MEETINGS.NO_SUCH_HEARING_TYPE`, `MEETINGS.OTHER_KIND_OF_HEARING`, `MEETINGS.HEARING_KIND_NEEDED`, `MEETINGS.INVALID_LENGTH`, `DATE_IN_PAST`, `TEXT_...`. */
  static planned({ connectionId, scheduledFor, minutes, place, ...what }: HearingPlan, { county, by, now }: { county: County; by: Id<'Person'>; now: Temporal.Instant }): ReviewHearing {
    const { kind, typeKey, typeName } = whichHearing(what, county);
    return make(ReviewHearing, {
      ...{ id: newId<'ReviewHearing'>(), connectionId, kind, typeKey, typeName, status: 'PLANNED', recordedBy: by, heldAt: null, statementId: null, movedAt: null, moveReason: null },
      scheduledFor: requireFuture(scheduledFor, now, 'The hearing'),
      minutes: requireLength(minutes, county.settings.meetingMinutes.reviewHearing),
      place: requireText(place, { field: 'The place', max: 200 }),
    });
  }

  /** Throws `MEETINGS.HEARING_HELD`, `MEETINGS.HEARING_CANCELLED`. */
  requirePlanned(): void {
    if (this.status !== 'PLANNED') throw hearingOver(this.status);
  }

  /** Throws `DATE_IN_FUTURE`, `DATE_TOO_EARLY`, and for what is not planned why not. */
  hold(heldAt: Temporal.Instant, { from, now }: { from: Temporal.Instant; now: Temporal.Instant }): void {
    this.requirePlanned();
    this.heldAt = requireNotBefore(requirePast(heldAt, now, 'The hearing'), from, 'The hearing', 'the placement');
    this.status = 'HELD';
  }

  /** The court or the board has set another time for it, or another place. Throws `DATE_IN_PAST`, `MEETINGS.INVALID_LENGTH`, `TEXT_...`, and for what is not planned why not. */
  move({ scheduledFor, minutes, place }: NewHearingTime, reason: `${MoveReason}`, now: Temporal.Instant): void {
    this.requirePlanned();
    this.scheduledFor = requireFuture(scheduledFor, now, 'The hearing');
    this.minutes = requireLength(minutes, this.minutes);
    this.place = requireText(place ?? this.place, { field: 'The place', max: 200 });
    this.movedAt = now;
    this.moveReason = reason;
  }

  /** Throws for what is not planned why not. */
  cancel(): void {
    this.requirePlanned();
    this.status = 'CANCELLED';
  }

  /**
   * The joint statement goes to this hearing, once both families have approved its wording. Throws `MEETINGS.NOT_APPROVED`,
   * `MEETINGS.STATEMENT_BROUGHT`, `MEETINGS.STATEMENT_OF_OTHERS`, and for what is not planned why not.
   */
  bring(statement: SharedStatement, at: Temporal.Instant): void {
    this.requirePlanned();
    if (statement.connectionId !== this.connectionId) throw statementOfOthers();
    if (this.statementId) throw statementBrought();
    statement.goOut(at); // to nobody by name: whoever may know of the hearing reads it there
    this.statementId = statement.id;
  }
}
schema.setClass(ReviewHearing);
export const reviewHearingSchema = schema;

/** Who holds it, and which of the county's own hearings it is. */
function whichHearing({ kind, type }: Pick<HearingPlan, 'kind' | 'type'>, { settings }: County): Pick<ReviewHearing, 'kind' | 'typeKey' | 'typeName'> {
  const known = type ? settings.reviewHearingTypes.find(({ key }) => key === type) : undefined;
  if (type && !known) throw noSuchHearingType(settings.reviewHearingTypes);
  if (known && kind && known.by !== kind) throw otherKindOfHearing(known.name);
  const by = known?.by ?? kind;
  if (!by) throw hearingKindNeeded();
  if (by === 'CITIZEN_REVIEW_BOARD' && !settings.citizenReviewBoard) throw noReviewBoard();
  return { kind: by, typeKey: known?.key ?? null, typeName: known?.name ?? null };
}
