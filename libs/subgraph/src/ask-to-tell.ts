import type { EventContract, EventData, facts } from '@fc/contracts';
import { newId, type Id, type Temporal } from '@fc/domain-kernel';
import type { Transaction } from '@fc/tenancy';

type NotificationContract = EventContract<typeof facts.notification>;

export interface ToTell {
  readonly template: EventData<NotificationContract>['template'];
  /** When the appointment is; left out where there is none. */
  readonly at?: Temporal.Instant;
  /** After that it is no news any more. */
  readonly expiresAt: Temporal.Instant;
}

/** Asks identity to tell each of these people once, if this transaction commits and they wish to be told. */
export function askToTell(tx: Transaction, contract: NotificationContract, people: readonly Id<'Person'>[], { template, at, expiresAt }: ToTell): void {
  for (const personId of new Set(people)) tx.emit(contract, { notificationId: newId<'Notification'>(), personId, template, at: at?.toString() ?? null, expiresAt: expiresAt.toString() });
}
