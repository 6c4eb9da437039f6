import type { Reader, Row } from '@fc/tenancy';
import { contactAccess } from '../contact-details/contact-access.ts';
import { ContactDetails } from '../contact-details/contact-details.entity.ts';
import type { Person } from './person.entity.ts';
import { PersonView } from './person.view.ts';

/** These people as they are shown, each with the answer to who may have their phone number at this moment (R29), and with the interpreter whom they need. */
export async function viewPeople(reader: Reader, people: readonly Row<Person>[]): Promise<PersonView[]> {
  const ids = people.map(({ id }) => id);
  const access = await contactAccess(reader, ids);
  const details = await reader.rows(ContactDetails, { personId: { $in: ids } });
  return people.map((person) => PersonView.from(person, access, details.find(({ personId }) => personId === person.id)?.interpreterLanguage ?? null));
}
