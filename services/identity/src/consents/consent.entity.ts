import { DomainError, newId, requireNotBefore, type Id, type Temporal } from '@fc/domain-kernel';
import { column, defineEntity, make } from '@fc/tenancy';

/** What a person may agree that one other person has. */
export enum ConsentItem {
  PHONE = 'PHONE',
  EMAIL = 'EMAIL',
  ADDRESS = 'ADDRESS',
  PHOTO = 'PHOTO',
  HOME_DETAILS = 'HOME_DETAILS',
}
const items: readonly `${ConsentItem}`[] = Object.values(ConsentItem);

export enum ConsentGivenHow {
  SPOKEN = 'SPOKEN',
  WRITTEN = 'WRITTEN',
}
const ways: readonly `${ConsentGivenHow}`[] = Object.values(ConsentGivenHow);

const schema = defineEntity({
  name: 'Consent',
  tableName: 'consent',
  properties: {
    id: column.id<'Consent'>(),
    personId: column.ref<'Person'>().index(),
    item: column.oneOf(items),
    recipientPersonId: column.ref<'Person'>().index(),
    givenHow: column.oneOf(ways),
    /** The person themself, or the worker whom they told. */
    recordedBy: column.ref<'Person'>(),
    from: column.instant().fieldNames('starts_at'),
    to: column.instant().fieldNames('ends_at').nullable(),
    version: column.version(),
  },
});

/** One person agreed that one other has one item of theirs, for a time or until they change their mind. */
export class Consent extends schema.class {
  static give(said: {
    personId: Id<'Person'>;
    item: `${ConsentItem}`;
    recipientPersonId: Id<'Person'>;
    givenHow: `${ConsentGivenHow}`;
    recordedBy: Id<'Person'>;
    from: Temporal.Instant;
    to: Temporal.Instant | null;
  }): Consent {
    if (said.personId === said.recipientPersonId) throw new DomainError('IDENTITY.PAIR_OF_TWO', 'This is about two different people.');
    if (said.to) requireNotBefore(said.to, said.from, 'The end', 'the beginning');
    return make(Consent, { id: newId<'Consent'>(), ...said });
  }

  withdraw(at: Temporal.Instant): void {
    if (this.to && this.to.since(at).sign <= 0) throw new DomainError('IDENTITY.CONSENT_ENDED', 'This consent has ended already.');
    this.to = at;
  }
}
schema.setClass(Consent);
export const consentSchema = schema;
