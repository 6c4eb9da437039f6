import type { Id } from '@fc/domain-kernel';
import type { Transaction } from '@fc/tenancy';
import { connectionClosed } from '../connections-meetings/connections-meeting.errors.ts';
import { FamilyConnection } from './family-connection.entity.ts';

/** The connection, held open until commit: what closes it meanwhile waits, and then finds what was planned. Throws `NOT_FOUND`, `MEETINGS.CONNECTION_CLOSED`. */
export async function holdOpen(tx: Transaction, id: Id<'FamilyConnection'>): Promise<FamilyConnection> {
  const connection = await tx.get(FamilyConnection, id);
  const [held] = await tx.sql<{ closed: boolean }>(`select closed_at is not null as closed from family_connection where id = ? for share`, [id]);
  if (!held || held.closed) throw connectionClosed();
  return connection;
}
