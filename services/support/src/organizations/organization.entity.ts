import { newId, type Temporal } from '@fc/domain-kernel';
import { column, defineEntity, make } from '@fc/tenancy';
import type { ProtectiveFactor } from '../protective-factors/protective-factor.ts';
import { checkedFacts, organizationKinds, type OrganizationFacts, type OrganizationOffer } from './organization-facts.ts';

const schema = defineEntity({
  name: 'Organization',
  tableName: 'organization',
  uniques: [{ name: 'organization_one_name', properties: ['name'], where: 'withdrawn_at is null' }],
  properties: {
    id: column.id<'Organization'>(),
    name: column.text(),
    alternateName: column.text().nullable(),
    description: column.text(),
    website: column.text(),
    kind: column.oneOf(organizationKinds),
    scope: column.oneOf(['STATE', 'COUNTY']),
    offers: column.texts().$type<readonly `${OrganizationOffer}`[]>(),
    strengthens: column.texts().$type<readonly `${ProtectiveFactor}`[]>().defaultRaw(`'{}'`),
    languages: column.texts().$type<readonly string[]>(),
    advocacy: column.text().nullable(),
    addedAt: column.instant(),
    /** Null while it stands in the directory. */
    withdrawnAt: column.instant().nullable(),
    version: column.version(),
  },
});

/** What a county may say of an organization: the nation's are the platform's to know. */
export type CountyOrganizationFacts = OrganizationFacts & { readonly scope: 'STATE' | 'COUNTY' };

/** An organization that a county has put into its directory, for itself or because it knows it throughout the state. */
export class Organization extends schema.class {
  /** Throws as `checkedFacts`. */
  static of(facts: CountyOrganizationFacts, addedAt: Temporal.Instant): Organization {
    return make(Organization, { id: newId<'Organization'>(), ...checkedFacts(facts), scope: facts.scope, addedAt, withdrawnAt: null });
  }

  /** Throws as `checkedFacts`. */
  change(facts: CountyOrganizationFacts): void {
    Object.assign(this, checkedFacts(facts));
  }

  /** It stands in the directory no more; said again, nothing happens. */
  withdraw(at: Temporal.Instant): void {
    this.withdrawnAt ??= at;
  }
}
schema.setClass(Organization);
export const organizationSchema = schema;
