import type { Reader, Row } from '@fc/tenancy';
import { contactAccess } from '../contact-details/contact-access.ts';
import type { Person } from './person.entity.ts';
import { PersonView } from './person.view.ts';

/** These people as they are shown, each with the answer to who may have their phone number at this moment (R29). */
export async function viewPeople(reader: Reader, people: readonly Row<Person>[]): Promise<PersonView[]> {
  const access = await contactAccess(reader, people.map(({ id }) => id));
  return people.map((person) => PersonView.from(person, access));
}
