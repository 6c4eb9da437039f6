import { newId, requireText, type Id } from '@fc/domain-kernel';
import { column, defineEntity, make, type PersonKey, type Row, type Sealed } from '@fc/tenancy';
import { requireLanguage } from '../people/language.ts';
import { preferredContacts, requireAddress, requireEmail, requirePhones, type Addresses, type Phone, type PostalAddress, type PreferredContact } from './contact-values.ts';

const schema = defineEntity({
  name: 'ContactDetails',
  tableName: 'contact_details',
  properties: {
    id: column.id<'ContactDetails'>(),
    personId: column.ref<'Person'>().unique(),
    phones: column.sealed().nullable(),
    email: column.sealed().nullable(),
    /** Both addresses in one value of one length, so that not even the column tells who is under an address program. */
    addresses: column.sealed().nullable(),
    safeTimes: column.sealed().nullable(),
    preferred: column.oneOf(preferredContacts).nullable(),
    /** BCP 47; null when no interpreter is needed. */
    interpreterLanguage: column.text().nullable(),
    version: column.version(),
  },
});

/** What is to change; a field that is left out stays as it is, and null clears it. */
export interface ContactDetailsChange {
  readonly phones?: readonly Phone[] | null | undefined;
  readonly email?: string | null | undefined;
  readonly address?: PostalAddress | null | undefined;
  readonly substituteAddress?: PostalAddress | null | undefined;
  readonly safeTimes?: string | null | undefined;
  readonly preferred?: `${PreferredContact}` | null | undefined;
  readonly interpreterLanguage?: string | null | undefined;
}

type SealedField = 'phones' | 'email' | 'addresses' | 'safeTimes';

/** What the columns hold that a person has said, sealed ones sealed; null for what nobody has. */
export type StoredDetails = { readonly [Field in SealedField]: Sealed | null } & { readonly preferred: `${PreferredContact}` | null; readonly interpreterLanguage: string | null };

/** How a person can be reached. What would find them is sealed with their own key. */
export class ContactDetails extends schema.class {
  static begin(personId: Id<'Person'>): ContactDetails {
    return make(ContactDetails, { id: newId<'ContactDetails'>(), personId, phones: null, email: null, addresses: null, safeTimes: null, preferred: null, interpreterLanguage: null });
  }

  change(key: PersonKey, to: ContactDetailsChange): void {
    const before = openedWith(key, this);
    if (to.phones !== undefined) this.seal(key, 'phones', to.phones?.length ? requirePhones(to.phones) : null);
    if (to.email !== undefined) this.seal(key, 'email', to.email ? requireEmail(to.email) : null);
    if (to.safeTimes !== undefined) this.seal(key, 'safeTimes', to.safeTimes?.trim() ? requireText(to.safeTimes, { field: 'The safe times', max: 300 }) : null);
    if (to.address !== undefined || to.substituteAddress !== undefined) {
      const { home, substitute } = before.addresses();
      const after = { home: changed(home, to.address), substitute: changed(substitute, to.substituteAddress) };
      this.seal(key, 'addresses', after.home || after.substitute ? after : null);
    }
    if (to.preferred !== undefined) this.preferred = to.preferred;
    if (to.interpreterLanguage !== undefined) this.interpreterLanguage = to.interpreterLanguage ? requireLanguage(to.interpreterLanguage) : null;
  }

  /** The columns as they stand, sealed ones sealed. */
  stored(): StoredDetails {
    const { phones = null, email = null, addresses = null, safeTimes = null, preferred = null, interpreterLanguage = null } = this;
    return { phones, email, addresses, safeTimes, preferred, interpreterLanguage };
  }

  /** Whether every column is as it was then. */
  stands(as: StoredDetails): boolean {
    return Object.entries(this.stored()).every(([field, value]) => value === as[field as keyof StoredDetails]); // `stored` names no others
  }

  putBack(was: StoredDetails): void {
    Object.assign(this, was);
  }

  private seal(key: PersonKey, field: SealedField, value: unknown): void {
    this[field] = value === null ? null : key.seal({ record: 'ContactDetails', id: this.id, field }, padded(field, JSON.stringify(value)));
  }
}
schema.setClass(ContactDetails);
export const contactDetailsSchema = schema;

const changed = (was: PostalAddress | null, to: PostalAddress | null | undefined): PostalAddress | null => (to === undefined ? was : to && requireAddress(to));

/** Whose length would tell something is filled up with spaces, which JSON does not mind: one address is as long as two. */
const paddedTo: Readonly<Record<SealedField, number>> = { phones: 512, email: 256, addresses: 2_048, safeTimes: 512 };
const padded = (field: SealedField, json: string): string => json.padEnd(Math.ceil(json.length / paddedTo[field]) * paddedTo[field]);

/** What is sealed in these details, each value opened when it is asked for. Throws `PROTECTED_UNREADABLE`. */
export interface OpenedDetails {
  phones(): readonly Phone[];
  email(): string | null;
  addresses(): Addresses;
  safeTimes(): string | null;
}

export function openedWith(key: PersonKey, { id, phones, email, addresses, safeTimes }: Pick<Row<ContactDetails>, 'id' | SealedField>): OpenedDetails {
  const open = <Value>(field: SealedField, sealed: Sealed | null | undefined, empty: Value): Value => (sealed ? (JSON.parse(key.open({ record: 'ContactDetails', id, field }, sealed)) as Value) : empty); // sealed by `change` above
  return {
    phones: () => open('phones', phones, []),
    email: () => open('email', email, null),
    addresses: () => open('addresses', addresses, { home: null, substitute: null }),
    safeTimes: () => open('safeTimes', safeTimes, null),
  };
}
