import type { Id } from '@fc/domain-kernel';
import type { Reader } from '@fc/tenancy';
import type { ConsentItem, ConsentPurpose } from './consent.entity.ts';

interface SharedRow {
  readonly item: `${ConsentItem}`;
  readonly purpose: `${ConsentPurpose}`;
  readonly wish: string | null;
}

/**
 * What of that person the acting person may have at this moment. `item_recipient` is the one place that says who has what: by a
 * consent that holds now, as the person or in the role that it names, and never while a prohibition stands between the two.
 */
export const sharedWithActing = (reader: Reader, personId: Id<'Person'>): Promise<SharedRow[]> =>
  reader.sql<SharedRow>(
    `select consent.item, consent.purpose, consent.wish from item_recipient recipient join consent on consent.id = recipient.consent_id
      where recipient.person_id = ? and recipient.recipient_id = ? order by consent.item, consent.id`,
    [personId, reader.context.actor.person],
  );

/** Whether every one of these people lets the acting person have the item at this moment. */
export async function allShareWithActing(reader: Reader, personIds: readonly Id<'Person'>[], item: `${ConsentItem}`): Promise<boolean> {
  const [row] = await reader.sql<{ sharing: number }>(
    `select count(distinct person_id)::int as sharing from item_recipient where item = ? and recipient_id = ? and person_id in (${personIds.map(() => '?').join(', ')})`,
    [item, reader.context.actor.person, ...personIds],
  );
  return row?.sharing === new Set(personIds).size;
}
