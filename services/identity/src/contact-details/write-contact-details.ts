import type { Id } from '@fc/domain-kernel';
import type { Protection, Transaction } from '@fc/tenancy';
import { ContactDetails, type ContactDetailsChange } from './contact-details.entity.ts';

/** Writes a person's contact details, sealed with the person's key; both begin here when there are none. */
export async function writeContactDetails(tx: Transaction, protection: Protection, personId: Id<'Person'>, change: ContactDetailsChange): Promise<void> {
  const key = await protection.keyFor(tx, personId);
  const details = await tx.firstOr(ContactDetails, { personId }, () => ContactDetails.begin(personId));
  details.change(key, change);
}
