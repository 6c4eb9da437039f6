import { DomainError, type Temporal } from '@fc/domain-kernel';
import { isContactPossible, requireWithinCasePlan, type AskLedger } from '@fc/subgraph';
import type { Reader, Transaction } from '@fc/tenancy';
import { connectionClosed } from '../connections-meetings/connections-meeting.errors.ts';
import { ConnectionChild } from '../projections/connection-child.entity.ts';
import type { FamilyConnection } from '../projections/family-connection.entity.ts';
import { ProgressReader } from './progress-share.entity.ts';

/**
 * Lets a parent show something to those readers while the connection is open; to the caregivers as the contact ledger and the case
 * plan permit messages, which are read from there and never entered here. What one family has told the other cannot be taken back, so
 * identity is asked itself. Throws `MEETINGS.CONNECTION_CLOSED`, `CONTACT_NOT_POSSIBLE`, `CONTACT_UNCERTAIN`, `BEYOND_CASE_PLAN`.
 */
export async function requireMayTellProgress(tx: Transaction, ledger: AskLedger, connection: FamilyConnection, readers: readonly ProgressReader[], now: Temporal.Instant): Promise<void> {
  if (connection.closedAt) throw connectionClosed();
  if (!readers.includes(ProgressReader.CAREGIVERS)) return;
  await requireMessages(tx, connection, now);
  await ledger.requireContact(tx, connection.contact('MESSAGE', now));
}

/** Whether caregivers may read at present what was shown to them. */
export async function mayHearProgress(reader: Reader, connection: FamilyConnection, now: Temporal.Instant): Promise<boolean> {
  if (connection.closedAt || !(await isContactPossible(reader, connection.contact('MESSAGE', now)))) return false;
  try {
    await requireMessages(reader, connection, now);
    return true;
  } catch (error) {
    if (error instanceof DomainError) return false;
    throw error;
  }
}

/** One message, as the case plan of each child sees it: the least that there can be of them in a week. */
async function requireMessages(reader: Reader, { id, parentId }: FamilyConnection, at: Temporal.Instant): Promise<void> {
  const childIds = (await reader.rows(ConnectionChild, { connectionId: id, leftAt: null })).map(({ childId }) => childId);
  await requireWithinCasePlan(reader, { childIds, personId: parentId, at, channels: ['MESSAGE'], timesPerWeek: 1 });
}
