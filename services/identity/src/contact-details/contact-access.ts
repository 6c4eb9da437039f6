import { Role, type Principal } from '@fc/auth';
import type { Id } from '@fc/domain-kernel';
import type { Reader } from '@fc/tenancy';
import type { ConsentItem } from '../consents/consent.entity.ts';

/** What of a person's contact details somebody else may have by consent. */
export type ContactItem = `${ConsentItem.PHONE | ConsentItem.EMAIL | ConsentItem.ADDRESS}`;

/** Whether whoever reads may have that item of that person (R29, R79). */
export type ContactAccess = (reader: Principal, personId: Id<'Person'>, item: ContactItem) => boolean;

/**
 * Who may have what of these persons at this moment: the person, those who see the whole county, those whom the county put on
 * the person's case, and whom the person has allowed that very item.
 */
export async function contactAccess(reader: Reader, personIds: readonly Id<'Person'>[]): Promise<ContactAccess> {
  const allowed = new Set(personIds.length > 0 ? await allowances(reader, personIds) : []);
  return (principal, personId, item) =>
    principal.person === personId ||
    principal.has(Role.COORDINATOR, Role.PROGRAM_SUPERVISOR) ||
    allowed.has(`${personId} CASE ${principal.person}`) ||
    allowed.has(`${personId} ${item} ${principal.person}`);
}

async function allowances(reader: Reader, personIds: readonly Id<'Person'>[]): Promise<string[]> {
  const asked = personIds.map(() => '?').join(', ');
  const rows = await reader.sql<{ person_id: string; item: string; recipient_id: string }>(
    `select person_id, item, recipient_id from item_recipient where person_id in (${asked}) and item in ('PHONE', 'EMAIL', 'ADDRESS')
     union
     select family.person_id, 'CASE', worker.person_id from case_assignment worker join case_family family using (child_id)
      where family.person_id in (${asked}) and worker.role in ('CASEWORKER', 'CASEWORKER_SUPERVISOR') and worker.ends_at is null`,
    [...personIds, ...personIds],
  );
  return rows.map((row) => `${row.person_id} ${row.item} ${row.recipient_id}`);
}
