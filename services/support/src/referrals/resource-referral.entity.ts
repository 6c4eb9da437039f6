import { newId, requireText, type Id, type Temporal } from '@fc/domain-kernel';
import { column, defineEntity, make } from '@fc/tenancy';
import { alreadyAccepted, notAccepted, referralClosed } from './referrals.errors.ts';

export enum ResourceNeed {
  HOUSING = 'HOUSING',
  FOOD = 'FOOD',
  CHILD_CARE = 'CHILD_CARE',
  TRANSPORT = 'TRANSPORT',
  EMPLOYMENT = 'EMPLOYMENT',
  EDUCATION = 'EDUCATION',
  LEGAL = 'LEGAL',
  HEALTH = 'HEALTH',
  PARENTING = 'PARENTING',
  OTHER = 'OTHER',
}
export enum ReferralStatus {
  MADE = 'MADE',
  ACCEPTED = 'ACCEPTED',
  CLOSED = 'CLOSED',
}
export enum ReferralOutcome {
  SERVED = 'SERVED',
  DECLINED = 'DECLINED',
  NOT_AVAILABLE = 'NOT_AVAILABLE',
  NO_LONGER_NEEDED = 'NO_LONGER_NEEDED',
}
const needs: readonly `${ResourceNeed}`[] = Object.values(ResourceNeed);
const statuses: readonly `${ReferralStatus}`[] = Object.values(ReferralStatus);
const outcomes: readonly `${ReferralOutcome}`[] = Object.values(ReferralOutcome);

const schema = defineEntity({
  name: 'ResourceReferral',
  tableName: 'resource_referral',
  properties: {
    id: column.id<'ResourceReferral'>(),
    personId: column.ref<'Person'>().index(),
    referredById: column.ref<'Person'>().index(),
    serviceName: column.text(),
    need: column.oneOf(needs),
    status: column.oneOf(statuses),
    outcome: column.oneOf(outcomes).nullable(),
    madeAt: column.instant(),
    acceptedAt: column.instant().nullable(),
    closedAt: column.instant().nullable(),
    version: column.version(),
  },
});

/** A person is shown the way to a community service, and somebody asks how it went: made, accepted, closed with an outcome. */
export class ResourceReferral extends schema.class {
  static make(personId: Id<'Person'>, referredById: Id<'Person'>, to: { serviceName: string; need: `${ResourceNeed}` }, now: Temporal.Instant): ResourceReferral {
    const serviceName = requireText(to.serviceName, { field: 'The name of the service', max: 200 });
    return make(ResourceReferral, { id: newId<'ResourceReferral'>(), personId, referredById, serviceName, need: to.need, status: 'MADE', outcome: null, madeAt: now, acceptedAt: null, closedAt: null });
  }

  /** Throws `SUPPORT.REFERRAL_CLOSED`, `SUPPORT.REFERRAL_ALREADY_ACCEPTED`. */
  accept(now: Temporal.Instant): void {
    if (this.status === 'CLOSED') throw referralClosed();
    if (this.status === 'ACCEPTED') throw alreadyAccepted();
    this.status = 'ACCEPTED';
    this.acceptedAt = now;
  }

  /** A person may decline at any time, and is asked for no reason. Throws `SUPPORT.REFERRAL_CLOSED`, `SUPPORT.REFERRAL_NOT_ACCEPTED`. */
  close(outcome: `${ReferralOutcome}`, now: Temporal.Instant): void {
    if (this.status === 'CLOSED') throw referralClosed();
    if (outcome === 'SERVED' && this.status !== 'ACCEPTED') throw notAccepted();
    this.status = 'CLOSED';
    this.outcome = outcome;
    this.closedAt = now;
  }
}
schema.setClass(ResourceReferral);
export const resourceReferralSchema = schema;
