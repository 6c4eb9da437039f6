import type { EventContract, EventData, facts } from '@fc/contracts';
import { newId, type Id, type Temporal } from '@fc/domain-kernel';
import type { Transaction } from '@fc/tenancy';
import { sayContact } from './contact/ask-ledger.ts';
import type { PlannedContact } from './contact/contact-ledger.ts';

type NotificationContract = EventContract<typeof facts.notification>;

export interface ToTell {
  readonly template: EventData<NotificationContract>['template'];
  /** When the appointment is; left out where there is none. */
  readonly at?: Temporal.Instant;
  /** After that it is no news any more. */
  readonly expiresAt: Temporal.Instant;
  /** What it invites to: the message does not leave any more once the contact ledger forbids it. */
  readonly contact?: PlannedContact;
}

/** Asks identity to tell each of these people once, if this transaction commits and they wish to be told. */
export function askToTell(tx: Transaction, contract: NotificationContract, people: readonly Id<'Person'>[], { template, at, expiresAt, contact }: ToTell): void {
  const told = { template, at: at?.toString() ?? null, expiresAt: expiresAt.toString(), ...(contact && { contact: sayContact(contact) }) };
  for (const personId of new Set(people)) tx.emit(contract, { notificationId: newId<'Notification'>(), personId, ...told });
}
