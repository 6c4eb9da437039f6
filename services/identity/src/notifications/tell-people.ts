import type { RoleName } from '@fc/auth';
import { newId, type Id, type Temporal } from '@fc/domain-kernel';
import type { Reader, Transaction } from '@fc/tenancy';
import { survivingIds } from '../people/survivor.ts';
import type { MessageTemplate } from './message-template.ts';
import { Notification } from './notification.entity.ts';

/** How long it is news, in hours. */
const newsFor = 72;

/** Identity's own word to its people, in a neutral template: each is told once, if this transaction commits and they wish to be told. */
export async function tellPeople(tx: Transaction, people: readonly Id<'Person'>[], template: MessageTemplate.SOMETHING_DUE | MessageTemplate.SOMETHING_TO_READ, now: Temporal.Instant): Promise<void> {
  const facts = { template, at: null, expiresAt: now.add({ hours: newsFor }), contact: null };
  for (const personId of await survivingIds(tx, people)) tx.add(Notification.ask({ id: newId<'Notification'>(), personId, ...facts }, now));
}

/** Who holds one of these roles in the county then. */
export async function holdersOf(reader: Reader, roles: readonly RoleName[], now: Temporal.Instant): Promise<Id<'Person'>[]> {
  const rows = await reader.sql<{ person_id: Id<'Person'> }>(
    `select distinct person_id from role_assignment where role = any (string_to_array(?, ',')) and starts_at <= ?::timestamptz and (ends_at is null or ends_at > ?::timestamptz) order by person_id`,
    [roles.join(), now.toString(), now.toString()],
  );
  return rows.map((row) => row.person_id);
}
