import { DomainError, newId, requireText, requireWeeklyHours, Temporal, type Id } from '@fc/domain-kernel';
import { column, defineEntity, make, type County } from '@fc/tenancy';
import { connectionSides, type ConnectionSide } from '../projections/connection-side.ts';
import { alreadyAgreed, ownProposal, reviewDayWrong } from './agreement.errors.ts';

const schema = defineEntity({
  name: 'RelationshipAgreement',
  tableName: 'relationship_agreement',
  uniques: [{ name: 'relationship_agreement_one_revision', properties: ['connectionId', 'revision'] }],
  properties: {
    id: column.id<'RelationshipAgreement'>(),
    connectionId: column.ref<'FamilyConnection'>(),
    /** Counts from 1; the newest that both agreed on holds. */
    revision: column.integer(),
    proposedBy: column.ref<'Person'>(),
    proposedSide: column.oneOf(connectionSides),
    proposedAt: column.instant(),
    /** What they want to hold to, in their own words. */
    points: column.texts(),
    /** A regular time to talk about how the child is: day of the week, 1 is Monday, and `HH:MM`. */
    talkWeekday: column.integer().nullable(),
    talkTime: column.text().nullable(),
    /** When they look at it again, on the clocks of the county. */
    reviewOn: column.date(),
    /** Null until the other family agreed. */
    agreedAt: column.instant().nullable(),
    agreedBy: column.ref<'Person'>().nullable(),
    version: column.version(),
  },
});

export interface AgreementTerms {
  readonly points: readonly string[];
  readonly talk?: { readonly weekday: number; readonly time: string } | null | undefined;
  readonly reviewOn?: Temporal.PlainDate | null | undefined;
}

interface Proposed {
  readonly connectionId: Id<'FamilyConnection'>;
  readonly revision: number;
  readonly proposedBy: Id<'Person'>;
  readonly proposedSide: `${ConnectionSide}`;
}

/** The longest time until two families look at their agreement again, in days. */
const longest = 365;

/** What two families want to hold to with each other. It is voluntary: one proposes, the other agrees or proposes something else, and nobody signs. */
export class RelationshipAgreement extends schema.class {
  /** Throws `MEETINGS.NO_POINTS`, `MEETINGS.REVIEW_DAY`, `INVALID_HOURS`, `TEXT_...`. */
  static propose(proposed: Proposed, { points, talk, reviewOn }: AgreementTerms, county: County, now: Temporal.Instant): RelationshipAgreement {
    if (points.length === 0 || points.length > 20) throw new DomainError('MEETINGS.NO_POINTS', 'An agreement has one to twenty points.');
    if (talk) requireWeeklyHours([{ weekday: talk.weekday, from: talk.time, to: '24:00' }]);
    return make(RelationshipAgreement, {
      ...{ id: newId<'RelationshipAgreement'>(), ...proposed, proposedAt: now, agreedAt: null, agreedBy: null },
      points: points.map((point) => requireText(point, { field: 'A point', max: 500 })),
      talkWeekday: talk?.weekday ?? null,
      talkTime: talk?.time ?? null,
      reviewOn: requireReviewDay(reviewOn, county, now),
    });
  }

  /** The other family agrees; if the day that was proposed is there or over by then, they look at it again after the county's usual time. Throws `MEETINGS.OWN_PROPOSAL`, `MEETINGS.ALREADY_AGREED`. */
  agree(by: Id<'Person'>, side: `${ConnectionSide}`, { county, at }: { county: County; at: Temporal.Instant }): void {
    if (this.agreedAt) throw alreadyAgreed();
    if (side === this.proposedSide) throw ownProposal();
    const today = at.toZonedDateTimeISO(county.timeZone).toPlainDate();
    if (Temporal.PlainDate.compare(this.reviewOn, today) <= 0) this.reviewOn = requireReviewDay(null, county, at);
    this.agreedAt = at;
    this.agreedBy = by;
  }

  /** They have looked at it, and it stays as it is until another day. Throws `MEETINGS.REVIEW_DAY`. */
  keepUntil(reviewOn: Temporal.PlainDate | null | undefined, county: County, now: Temporal.Instant): void {
    this.reviewOn = requireReviewDay(reviewOn, county, now);
  }
}
schema.setClass(RelationshipAgreement);
export const relationshipAgreementSchema = schema;

function requireReviewDay(wanted: Temporal.PlainDate | null | undefined, { settings, timeZone }: County, now: Temporal.Instant): Temporal.PlainDate {
  const today = now.toZonedDateTimeISO(timeZone).toPlainDate();
  const day = wanted ?? today.add({ days: settings.agreementReviewDays });
  const within = today.until(day, { largestUnit: 'days' }).days;
  if (within < 1 || within > longest) throw reviewDayWrong();
  return day;
}
