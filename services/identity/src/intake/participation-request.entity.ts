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
    closedAt: column.instant().nullable(),
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
      closedAt: null,
    });
  }

  /** A coordinator has taken it up. */
  review(): void {
    if (this.status !== 'NEW') throw new DomainError('IDENTITY.REQUEST_NOT_NEW', 'Somebody has taken up this request already.');
    this.status = 'IN_REVIEW';
  }

  decide(decision: 'ACCEPTED' | 'DECLINED', at: Temporal.Instant): void {
    if (this.status !== 'IN_REVIEW') throw new DomainError('IDENTITY.REQUEST_NOT_IN_REVIEW', 'Take up this request first; one that is decided or withdrawn stays as it is.');
    this.status = decision;
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
