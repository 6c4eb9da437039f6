import type { Id } from '@fc/domain-kernel';
import type { Protection, Transaction } from '@fc/tenancy';
import { ContactDetails, openedWith, type ContactDetailsChange } from '../contact-details/contact-details.entity.ts';
import { Person } from '../people/person.entity.ts';
import { sayProfile } from '../people/say-profile.ts';
import type { Handover } from './handover.ts';
import type { Moved } from './person-merge.entity.ts';

/**
 * The survivor's own word stays, and where there is none the duplicate's comes in, sealed with the survivor's key; the duplicate's
 * own stays readable with its own. A substitute address is never lost: whoever is under an address program by the one record is so
 * by both. Throws `PROTECTED_UNAVAILABLE`.
 */
export async function joinContactDetails(tx: Transaction, protection: Protection, { from, to }: Handover): Promise<Moved['contactDetails']> {
  const theirs = await tx.first(ContactDetails, { personId: from });
  if (!theirs) return null;
  const given = openedWith(await protection.keyFor(tx, from), theirs);
  const key = await protection.keyFor(tx, to);
  const details = await tx.firstOr(ContactDetails, { personId: to }, () => ContactDetails.begin(to));
  const was = details.stored();
  const [own, came] = [openedWith(key, details), given.addresses()];
  const takesAddress = !was.addresses || (came.substitute !== null && own.addresses().substitute === null);
  const change: ContactDetailsChange = {
    ...(!was.phones && { phones: given.phones() }),
    ...(!was.email && { email: given.email() }),
    ...(!was.safeTimes && { safeTimes: given.safeTimes() }),
    ...(takesAddress && { address: came.home, substituteAddress: came.substitute }),
    ...(!was.preferred && { preferred: theirs.preferred ?? null }),
    ...(!was.interpreterLanguage && { interpreterLanguage: theirs.interpreterLanguage ?? null }),
  };
  details.change(key, change);
  if (change.interpreterLanguage) await sayProfile(tx, await tx.get(Person, to));
  return { was, became: details.stored() };
}

/** Takes back what a merge filled in; answers the id of the details where somebody has said something else since, and then they stay. */
export async function takeBackContactDetails(tx: Transaction, personId: Id<'Person'>, filled: Moved['contactDetails']): Promise<Id<'ContactDetails'> | null> {
  const details = filled ? await tx.first(ContactDetails, { personId }) : null;
  if (!filled || !details) return null;
  if (!details.stands(filled.became)) return details.id;
  // What the merge began goes with it: of whom nothing was recorded, nothing is.
  if (Object.values(filled.was).every((value) => value === null)) await tx.sql(`delete from contact_details where id = ?`, [details.id]);
  else details.putBack(filled.was);
  if (filled.became.interpreterLanguage !== filled.was.interpreterLanguage) await sayProfile(tx, await tx.get(Person, personId));
  return null;
}
