import { newId, type Id, type Temporal } from '@fc/domain-kernel';
import { column, defineEntity, make } from '@fc/tenancy';

const schema = defineEntity({
  name: 'ProfileRenewal',
  tableName: 'profile_renewal',
  uniques: [{ name: 'profile_renewal_one_each', properties: ['entryId', 'connectionId'] }],
  properties: {
    id: column.id<'ProfileRenewal'>(),
    entryId: column.ref<'ChildProfileEntry'>(),
    childId: column.ref<'Child'>().index(),
    /** The connection with the home that may read it from now on. */
    connectionId: column.ref<'FamilyConnection'>(),
    renewedBy: column.ref<'Person'>(),
    renewedAt: column.instant(),
    withdrawnAt: column.instant().nullable(),
  },
});

/** A parent has agreed anew that what was told in one home goes along to another (R34), or has taken back that a home reads it: one entry, one home. */
export class ProfileRenewal extends schema.class {
  static of(renewed: { entryId: Id<'ChildProfileEntry'>; childId: Id<'Child'>; connectionId: Id<'FamilyConnection'>; renewedBy: Id<'Person'>; renewedAt: Temporal.Instant }): ProfileRenewal {
    return make(ProfileRenewal, { id: newId<'ProfileRenewal'>(), ...renewed, withdrawnAt: null });
  }

  renew(by: Id<'Person'>, at: Temporal.Instant): void {
    Object.assign(this, { renewedBy: by, renewedAt: at, withdrawnAt: null });
  }

  withdraw(at: Temporal.Instant): void {
    this.withdrawnAt ??= at;
  }
}
schema.setClass(ProfileRenewal);
export const profileRenewalSchema = schema;
