import { DomainError, newId, requireNotBefore, requireText, type Id, type Temporal } from '@fc/domain-kernel';
import { column, defineEntity, make } from '@fc/tenancy';

/** What a person may agree that somebody else has. */
export enum ConsentItem {
  PHONE = 'PHONE',
  EMAIL = 'EMAIL',
  ADDRESS = 'ADDRESS',
  PHOTO = 'PHOTO',
  HOME_DETAILS = 'HOME_DETAILS',
}
const items: readonly `${ConsentItem}`[] = Object.values(ConsentItem);

/** What for. */
export enum ConsentPurpose {
  FAMILY_CONTACT = 'FAMILY_CONTACT',
  CHILD_CARE = 'CHILD_CARE',
  CASE_PLANNING = 'CASE_PLANNING',
  SUPPORT_SERVICES = 'SUPPORT_SERVICES',
}
const purposes: readonly `${ConsentPurpose}`[] = Object.values(ConsentPurpose);

export enum ConsentGivenHow {
  SPOKEN = 'SPOKEN',
  WRITTEN = 'WRITTEN',
}
const ways: readonly `${ConsentGivenHow}`[] = Object.values(ConsentGivenHow);

/** Everybody who is with the person in that role: on a family connection of theirs, or on the case. */
export enum RecipientRole {
  CASEWORKER = 'CASEWORKER',
  CASEWORKER_SUPERVISOR = 'CASEWORKER_SUPERVISOR',
  VISIT_SUPERVISOR = 'VISIT_SUPERVISOR',
  CASA = 'CASA',
  NAVIGATOR = 'NAVIGATOR',
  PARENT = 'PARENT',
  CAREGIVER = 'CAREGIVER',
  PARENT_ALLY = 'PARENT_ALLY',
  CAREGIVER_MENTOR = 'CAREGIVER_MENTOR',
}
const roles: readonly `${RecipientRole}`[] = Object.values(RecipientRole);

const schema = defineEntity({
  name: 'Consent',
  tableName: 'consent',
  properties: {
    id: column.id<'Consent'>(),
    personId: column.ref<'Person'>().index(),
    item: column.oneOf(items),
    purpose: column.oneOf(purposes),
    /** Exactly one of these three. */
    recipientPersonId: column.ref<'Person'>().nullable().index(),
    recipientRole: column.oneOf(roles).nullable(),
    recipientPartnerId: column.ref<'Partner'>().nullable(),
    givenHow: column.oneOf(ways),
    /** How the family wishes it to be handled, in their own words. */
    wish: column.text().nullable(),
    /** Whose yes it is: the person's own, or a parent's for the child. Null where no parent is known, and for what was recorded before this was kept. */
    givenBy: column.ref<'Person'>().nullable(),
    /** Who gave it, or the worker whom they told. */
    recordedBy: column.ref<'Person'>(),
    from: column.instant().fieldNames('starts_at'),
    to: column.instant().fieldNames('ends_at').nullable(),
    version: column.version(),
  },
});

/** One person, everybody in one role around the person, or one organisation. */
export type ConsentRecipient = { readonly personId: Id<'Person'> } | { readonly role: `${RecipientRole}` } | { readonly partnerId: Id<'Partner'> };

/** One person agreed that a recipient has one item of theirs for one purpose, for a time or until they change their mind. */
export class Consent extends schema.class {
  /** Throws `IDENTITY.PAIR_OF_TWO`, `DATE_TOO_EARLY`, `TEXT_TOO_LONG`. */
  static give(said: {
    personId: Id<'Person'>;
    item: `${ConsentItem}`;
    purpose: `${ConsentPurpose}`;
    recipient: ConsentRecipient;
    givenHow: `${ConsentGivenHow}`;
    wish: string | null;
    givenBy: Id<'Person'> | null;
    recordedBy: Id<'Person'>;
    from: Temporal.Instant;
    to: Temporal.Instant | null;
  }): Consent {
    const { personId, item, purpose, recipient, givenHow, wish, givenBy, recordedBy, from, to } = said;
    const columns = recipientColumns(recipient);
    if (personId === columns.recipientPersonId) throw new DomainError('IDENTITY.PAIR_OF_TWO', 'This is about two different people.');
    if (to) requireNotBefore(to, from, 'The end', 'the beginning');
    return make(Consent, { id: newId<'Consent'>(), personId, item, purpose, ...columns, givenHow, wish: wish?.trim() ? requireText(wish, { field: 'The wish', max: 300 }) : null, givenBy, recordedBy, from, to });
  }

  withdraw(at: Temporal.Instant): void {
    if (this.to && this.to.since(at).sign <= 0) throw new DomainError('IDENTITY.CONSENT_ENDED', 'This consent has ended already.');
    this.to = at;
  }
}
schema.setClass(Consent);
export const consentSchema = schema;

/** The recipient as the three columns keep it. */
const recipientColumns = (recipient: ConsentRecipient): Pick<Consent, 'recipientPersonId' | 'recipientRole' | 'recipientPartnerId'> => ({
  recipientPersonId: 'personId' in recipient ? recipient.personId : null,
  recipientRole: 'role' in recipient ? recipient.role : null,
  recipientPartnerId: 'partnerId' in recipient ? recipient.partnerId : null,
});
