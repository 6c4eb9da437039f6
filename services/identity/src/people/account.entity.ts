import type { Id, Temporal } from '@fc/domain-kernel';
import { column, defineEntity, make } from '@fc/tenancy';

const schema = defineEntity({
  name: 'Account',
  tableName: 'account',
  properties: {
    issuer: column.text().primary(),
    subject: column.text().primary(),
    personId: column.ref<'Person'>().unique(),
    /** Whether the realm invites the person by mail: as the county did when the account was opened, and not as it does now. */
    invitedByMail: column.boolean(),
    /** When the realm's mail server took the invitation over; null until then, and where a person tells them. */
    invitedAt: column.instant().nullable(),
  },
});

/** The account of the county's realm with which a person signs in. */
export class Account extends schema.class {
  static link(issuer: string, subject: string, personId: Id<'Person'>, invitedByMail: boolean): Account {
    return make(Account, { issuer, subject, personId, invitedByMail, invitedAt: null });
  }

  /** A mail is to leave, though another may have left before. */
  inviteByMail(): void {
    this.invitedByMail = true;
    this.invitedAt = null;
  }

  invited(at: Temporal.Instant): void {
    this.invitedAt = at;
  }
}
schema.setClass(Account);
export const accountSchema = schema;
