import { DomainError, newId, requireText, type Id, type Temporal } from '@fc/domain-kernel';
import { column, defineEntity, make } from '@fc/tenancy';
import { requireLanguage } from '../people/language.ts';

export enum ParticipationStatus {
  NEW = 'NEW',
  IN_REVIEW = 'IN_REVIEW',
  ACCEPTED = 'ACCEPTED',
  DECLINED = 'DECLINED',
  WITHDRAWN = 'WITHDRAWN',
}
const statuses: readonly `${ParticipationStatus}`[] = Object.values(ParticipationStatus);

/** As whom a family takes part. */
export enum ParticipationSide {
  PARENT = 'PARENT',
  CAREGIVER = 'CAREGIVER',
}
const sides: readonly `${ParticipationSide}`[] = Object.values(ParticipationSide);

/** Why a request is declined, in words that the family may read. None tells of an order, an investigation or a treatment: whatever must not be told is NOT_POSSIBLE_AT_PRESENT. */
export enum DeclineReason {
  NO_CHILD_IN_FOSTER_CARE = 'NO_CHILD_IN_FOSTER_CARE',
  ANOTHER_COUNTY = 'ANOTHER_COUNTY',
  ALREADY_TAKES_PART = 'ALREADY_TAKES_PART',
  COULD_NOT_BE_REACHED = 'COULD_NOT_BE_REACHED',
  CHANGED_THEIR_MIND = 'CHANGED_THEIR_MIND',
  NOT_POSSIBLE_AT_PRESENT = 'NOT_POSSIBLE_AT_PRESENT',
}
const declineReasons: readonly `${DeclineReason}`[] = Object.values(DeclineReason);

/** Who can ask for somebody: a person, or a partner organisation under its grant. */
export type Requester = Id<'Person'> | Id<'Partner'>;

const schema = defineEntity({
  name: 'ParticipationRequest',
  tableName: 'participation_request',
  uniques: [{ name: 'participation_request_one_open', properties: ['personId', 'as'], where: `status in ('NEW', 'IN_REVIEW')` }],
  properties: {
    id: column.id<'ParticipationRequest'>(),
    personId: column.ref<'Person'>().index(),
    as: column.oneOf(sides).fieldNames('side'),
    /** BCP 47: what they would like to be called back in. */
    preferredLanguage: column.text(),
    message: column.text().nullable(),
    status: column.oneOf(statuses),
    requestedAt: column.instant(),
    /** The person themself, or the worker or the partner organisation who asked for them. */
    requestedBy: column.ref<'Person'>().$type<Requester>(),
    /** The coordinator who looks into it, and since when; null while it waits. */
    takenUpBy: column.ref<'Person'>().nullable(),
    takenUpAt: column.instant().nullable(),
    closedAt: column.instant().nullable(),
    /** Of a declined request; null of those that were declined before reasons were kept. */
    declineReason: column.oneOf(declineReasons).nullable(),
    version: column.version(),
  },
});

/** "Interested in participating?" Somebody would like to know more, or to begin. It needs no signature and binds nobody (R30). */
export class ParticipationRequest extends schema.class {
  static make(wish: {
    personId: Id<'Person'>;
    as: `${ParticipationSide}`;
    preferredLanguage: string;
    message?: string | null;
    requestedBy: Requester;
    requestedAt: Temporal.Instant;
  }): ParticipationRequest {
    const { personId, as, requestedBy, requestedAt } = wish;
    return make(ParticipationRequest, {
      id: newId<'ParticipationRequest'>(),
      personId,
      as,
      preferredLanguage: requireLanguage(wish.preferredLanguage),
      message: wish.message?.trim() ? requireText(wish.message, { field: 'The message', max: 2_000 }) : null,
      status: 'NEW',
      requestedAt,
      requestedBy,
      takenUpBy: null,
      takenUpAt: null,
      closedAt: null,
      declineReason: null,
    });
  }

  /** A coordinator looks into it. Throws `IDENTITY.REQUEST_NOT_NEW`. */
  takeUp(by: Id<'Person'>, at: Temporal.Instant): void {
    if (this.status !== 'NEW') throw new DomainError('IDENTITY.REQUEST_NOT_NEW', 'Somebody has taken up this request already.');
    this.status = 'IN_REVIEW';
    this.takenUpBy = by;
    this.takenUpAt = at;
  }

  /** Throws `IDENTITY.REQUEST_NOT_IN_REVIEW`. */
  accept(at: Temporal.Instant): void {
    requireInReview(this);
    this.status = 'ACCEPTED';
    this.closedAt = at;
  }

  /** Never without a word: throws `IDENTITY.DECLINE_REASON_NEEDED`, `IDENTITY.REQUEST_NOT_IN_REVIEW`. */
  decline(reason: `${DeclineReason}` | null, at: Temporal.Instant): void {
    if (!reason) throw new DomainError('IDENTITY.DECLINE_REASON_NEEDED', 'Say why this request is declined.');
    requireInReview(this);
    this.status = 'DECLINED';
    this.declineReason = reason;
    this.closedAt = at;
  }

  /** Whoever is only exploring may stop at any time before the decision. */
  withdraw(at: Temporal.Instant): void {
    if (this.closedAt) throw new DomainError('IDENTITY.REQUEST_CLOSED', 'This request is decided or withdrawn already.');
    this.status = 'WITHDRAWN';
    this.closedAt = at;
  }
}
schema.setClass(ParticipationRequest);
export const participationRequestSchema = schema;

function requireInReview({ status }: ParticipationRequest): void {
  if (status !== 'IN_REVIEW') throw new DomainError('IDENTITY.REQUEST_NOT_IN_REVIEW', 'Take up this request first; one that is decided or withdrawn stays as it is.');
}
