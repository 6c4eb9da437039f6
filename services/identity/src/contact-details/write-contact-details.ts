import type { Id } from '@fc/domain-kernel';
import type { Protection, Transaction } from '@fc/tenancy';
import { Person } from '../people/person.entity.ts';
import { sayProfile } from '../people/say-profile.ts';
import { ContactDetails, type ContactDetailsChange } from './contact-details.entity.ts';

/** Writes a person's contact details, sealed with the person's key; both begin here when there are none. */
export async function writeContactDetails(tx: Transaction, protection: Protection, personId: Id<'Person'>, change: ContactDetailsChange): Promise<void> {
  const key = await protection.keyFor(tx, personId);
  const details = await tx.firstOr(ContactDetails, { personId }, () => ContactDetails.begin(personId));
  const before = details.interpreterLanguage ?? null;
  details.change(key, change);
  if ((details.interpreterLanguage ?? null) !== before) await sayProfile(tx, await tx.get(Person, personId));
}
