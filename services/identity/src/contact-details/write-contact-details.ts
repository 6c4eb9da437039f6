import { PersonProfileChangedV1 } from '@fc/contracts';
import type { Id } from '@fc/domain-kernel';
import type { Protection, Transaction } from '@fc/tenancy';
import { Person } from '../people/person.entity.ts';
import { ContactDetails, type ContactDetailsChange } from './contact-details.entity.ts';

/** Writes a person's contact details, sealed with the person's key; both begin here when there are none. */
export async function writeContactDetails(tx: Transaction, protection: Protection, personId: Id<'Person'>, change: ContactDetailsChange): Promise<void> {
  const key = await protection.keyFor(tx, personId);
  const details = await tx.firstOr(ContactDetails, { personId }, () => ContactDetails.begin(personId));
  const before = details.interpreterLanguage ?? null;
  details.change(key, change);
  await sayInterpreter(tx, personId, { before, now: details.interpreterLanguage ?? null });
}

/** Those who plan with the person come to know that an interpreter is needed, and for which language. */
export async function sayInterpreter(tx: Transaction, personId: Id<'Person'>, { before, now: interpreterLanguage }: { before: string | null; now: string | null }): Promise<void> {
  if (interpreterLanguage === before) return;
  const { languages, version } = await tx.get(Person, personId);
  tx.emit(PersonProfileChangedV1, { personId, languages, version, interpreterLanguage });
}
