import type { Id, Temporal } from '@fc/domain-kernel';
import { column, defineEntity, make } from '@fc/tenancy';

const schema = defineEntity({
  name: 'Account',
  tableName: 'account',
  properties: {
    issuer: column.text().primary(),
    subject: column.text().primary(),
    personId: column.ref<'Person'>().unique(),
    /** When the realm's mail server took the invitation over; null until then, and where the county has none. */
    invitedAt: column.instant().nullable(),
  },
});

/** The account of the county's realm with which a person signs in. */
export class Account extends schema.class {
  static link(issuer: string, subject: string, personId: Id<'Person'>): Account {
    return make(Account, { issuer, subject, personId, invitedAt: null });
  }

  invited(at: Temporal.Instant | null): void {
    this.invitedAt = at;
  }
}
schema.setClass(Account);
export const accountSchema = schema;
