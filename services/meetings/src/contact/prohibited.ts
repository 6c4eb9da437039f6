import { DomainError, type Temporal } from '@fc/domain-kernel';
import { requireContact, type ContactChannel } from '@fc/subgraph';
import type { Transaction } from '@fc/tenancy';
import { familiesOf, type FamilyConnection } from '../projections/family-connection.entity.ts';

/** Whether the two families must not be in contact so, at that moment or at any until another. Asks for prohibitions alone: that a permission is still missing makes nothing less due. */
export async function isProhibited(tx: Transaction, connection: FamilyConnection, channel: ContactChannel, at: Temporal.Instant, until?: Temporal.Instant): Promise<boolean> {
  try {
    await requireContact(tx, { channel, at, ...(until && { until }), between: [], and: [], alsoPresent: familiesOf(connection) });
    return false;
  } catch (error) {
    if (error instanceof DomainError && error.code === 'CONTACT_NOT_POSSIBLE') return true;
    throw error;
  }
}

/** For what locks a meeting of theirs and lets `keepDeadlines` ask at its end: the ledger is locked before any meeting, as everywhere. */
export async function holdLedgerStill(tx: Transaction, connection: FamilyConnection, now: Temporal.Instant): Promise<void> {
  await isProhibited(tx, connection, 'IN_PERSON', now);
}
