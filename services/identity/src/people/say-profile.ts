import { PersonProfileChangedV1 } from '@fc/contracts';
import type { Transaction } from '@fc/tenancy';
import { ContactDetails } from '../contact-details/contact-details.entity.ts';
import type { Person } from './person.entity.ts';

/**
 * Those who match and plan come to know what somebody speaks and for which language an interpreter is to be there. All of it
 * each time, with a version of its own, so that whoever hears two of them in the wrong order still ends with the later one.
 */
export async function sayProfile(tx: Transaction, person: Person): Promise<void> {
  person.profileChanged();
  await tx.flush();
  const details = await tx.first(ContactDetails, { personId: person.id });
  const { id: personId, languages, version } = person;
  tx.emit(PersonProfileChangedV1, { personId, languages, version, interpreterLanguage: details?.interpreterLanguage ?? null });
}
