import { DomainError, newId, type Id, type Temporal } from '@fc/domain-kernel';
import { column, defineEntity, make } from '@fc/tenancy';
import { ConsentGivenHow } from '../consents/consent.entity.ts';

const ways: readonly `${ConsentGivenHow}`[] = Object.values(ConsentGivenHow);

const schema = defineEntity({
  name: 'AfterCaseConsent',
  tableName: 'after_case_consent',
  uniques: [{ name: 'after_case_consent_one_each', properties: ['connectionId', 'personId'], where: 'withdrawn_at is null' }],
  properties: {
    id: column.id<'AfterCaseConsent'>(),
    connectionId: column.ref<'FamilyConnection'>().index(),
    personId: column.ref<'Person'>(),
    givenHow: column.oneOf(ways),
    givenAt: column.instant(),
    withdrawnAt: column.instant().nullable(),
    version: column.version(),
  },
});

/** One of the two families wishes to stay in touch, now that the case is closed and nobody else has a say in it. */
export class AfterCaseConsent extends schema.class {
  static give(connectionId: Id<'FamilyConnection'>, personId: Id<'Person'>, givenHow: `${ConsentGivenHow}`, givenAt: Temporal.Instant): AfterCaseConsent {
    return make(AfterCaseConsent, { id: newId<'AfterCaseConsent'>(), connectionId, personId, givenHow, givenAt, withdrawnAt: null });
  }

  withdraw(at: Temporal.Instant): void {
    if (this.withdrawnAt) throw new DomainError('IDENTITY.CONSENT_ENDED', 'This consent has ended already.');
    this.withdrawnAt = at;
  }
}
schema.setClass(AfterCaseConsent);
export const afterCaseConsentSchema = schema;
