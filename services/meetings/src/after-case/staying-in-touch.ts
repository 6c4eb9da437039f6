import type { Transaction } from '@fc/tenancy';
import { FamilyConnection } from '../projections/family-connection.entity.ts';
import { notAfterwards } from './after-case.errors.ts';

/** The connection of two families who stay in touch after the case; locked, so that an end of it meanwhile waits and then finds the invitation. Throws `MEETINGS.NOT_AFTERWARDS`. */
export async function stayingInTouch(tx: Transaction, connectionId: string): Promise<FamilyConnection> {
  const connection = await tx.lock(FamilyConnection, connectionId);
  if (!connection.closedAt || !connection.continuedAt) throw notAfterwards();
  return connection;
}
