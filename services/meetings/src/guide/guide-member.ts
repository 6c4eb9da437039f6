import { Role } from '@fc/auth';
import type { Id, Temporal } from '@fc/domain-kernel';
import { requireContact, requireOnConnection } from '@fc/subgraph';
import type { Reader, Transaction } from '@fc/tenancy';
import { connectionClosed } from '../connections-meetings/connections-meeting.errors.ts';
import { actingPerson } from '../projections/acting-person.ts';
import { ConnectionSide } from '../projections/connection-side.ts';
import { FamilyConnection } from '../projections/family-connection.entity.ts';

/** A parent or a caregiver who uses the guide on one of their connections. */
export interface GuideMember {
  readonly person: Id<'Person'>;
  readonly side: ConnectionSide;
  readonly connection: FamilyConnection;
}

export const sideOfPerson = (person: string, { parentId }: Pick<FamilyConnection, 'parentId'>): ConnectionSide => (person === parentId ? ConnectionSide.PARENT : ConnectionSide.HOUSEHOLD);
export const readerOf = (side: `${ConnectionSide}`): 'PARENT' | 'CAREGIVER' => (side === 'PARENT' ? 'PARENT' : 'CAREGIVER');
export const otherSide = (side: `${ConnectionSide}`): ConnectionSide => (side === 'PARENT' ? ConnectionSide.HOUSEHOLD : ConnectionSide.PARENT);

/** The acting person as one of the two families; the guide is theirs before, during and after the placement (R05). Throws `NOT_FOUND`, `FORBIDDEN` for everybody else on it. */
export async function guideMember(reader: Reader, connectionId: Id<'FamilyConnection'>): Promise<GuideMember> {
  await requireOnConnection(reader, connectionId, Role.PARENT, Role.CAREGIVER);
  const connection = await reader.get(FamilyConnection, connectionId);
  const person = actingPerson(reader);
  return { person, side: sideOfPerson(person, connection), connection };
}

/** Lets something go on while the connection is open, or was continued by both after the case (R82). Throws `MEETINGS.CONNECTION_CLOSED`. */
export function requireGoesOn({ closedAt, continuedAt }: Pick<FamilyConnection, 'closedAt' | 'continuedAt'>): void {
  if (closedAt && !continuedAt) throw connectionClosed();
}

/**
 * Lets one family tell the other something: while the connection is open, or was continued by both after the case, and as far as the
 * contact ledger permits messages. Throws `MEETINGS.CONNECTION_CLOSED`, `CONTACT_NOT_POSSIBLE`.
 */
export async function requireMayTell(tx: Transaction, connection: FamilyConnection, now: Temporal.Instant): Promise<void> {
  requireGoesOn(connection);
  await requireContact(tx, connection.contact('MESSAGE', now));
}
