import type { Id } from '@fc/domain-kernel';
import type { Reader, Row } from '@fc/tenancy';
import type { Person } from './person.entity.ts';
import { PersonView } from './person.view.ts';

/** These people as they are shown, each with the answer to who may have their phone number at this moment (R29). */
export async function viewPeople(reader: Reader, people: readonly Row<Person>[]): Promise<PersonView[]> {
  const recipients = await phoneRecipients(reader, people.filter(({ phone }) => phone !== null).map(({ id }) => id));
  return people.map((person) => PersonView.from(person, recipients.get(person.id) ?? new Set()));
}

/** Those who have the person's consent, and the caseworkers of the cases that the person belongs to. */
async function phoneRecipients(reader: Reader, personIds: readonly Id<'Person'>[]): Promise<Map<Id<'Person'>, Set<Id<'Person'>>>> {
  const recipients = new Map<Id<'Person'>, Set<Id<'Person'>>>();
  if (personIds.length === 0) return recipients;
  const asked = personIds.map(() => '?').join(', ');
  const rows = await reader.sql<{ person_id: Id<'Person'>; recipient_id: Id<'Person'> }>(
    `select person_id, recipient_person_id as recipient_id from consent
      where person_id in (${asked}) and item = 'PHONE' and starts_at <= now() and (ends_at is null or ends_at > now())
     union
     select family.person_id, worker.person_id from case_assignment worker join case_family family using (child_id)
      where family.person_id in (${asked}) and worker.role = 'CASEWORKER' and worker.ends_at is null`,
    [...personIds, ...personIds],
  );
  for (const { person_id: personId, recipient_id: recipientId } of rows) recipients.set(personId, (recipients.get(personId) ?? new Set()).add(recipientId));
  return recipients;
}
