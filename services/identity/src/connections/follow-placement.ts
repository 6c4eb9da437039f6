import { ConnectionChildJoinedV1, ConnectionChildLeftV1, ConnectionClosedV1 } from '@fc/contracts';
import type { Id, Temporal } from '@fc/domain-kernel';
import type { Transaction } from '@fc/tenancy';
import { CaregiverHousehold } from '../families/caregiver-household.entity.ts';
import type { Placement } from '../placements/placement.entity.ts';
import { ConnectionChild } from './connection-child.entity.ts';
import { FamilyConnection } from './family-connection.entity.ts';
import { openConnection } from './open-connection.ts';

/**
 * What a change of placement does to the child's family connections: the child's part in each ends, and its parent meets
 * the new household in a connection of theirs. A parent keeps the Parent Ally, who belongs to the parent and not to the home.
 */
export async function followPlacement(tx: Transaction, placement: Placement, before: Placement | null, at: Temporal.Instant): Promise<void> {
  if (!before) return;
  await leaveConnections(tx, before, at);
  if (!placement.householdId) return;
  const household = await tx.get(CaregiverHousehold, placement.householdId);
  for (const parentId of await parentsConnectedAtEnd(tx, before, at)) await meetHousehold(tx, parentId, household, placement, at);
}

/** Ends the child's part in every connection of that placement; one without children closes. */
export async function leaveConnections(tx: Transaction, placement: Placement, at: Temporal.Instant): Promise<void> {
  for (const part of await tx.find(ConnectionChild, { placementId: placement.id, to: null })) {
    const connection = await tx.lock(FamilyConnection, part.connectionId);
    part.leave(at);
    tx.emit(ConnectionChildLeftV1, { connectionId: connection.id, childId: part.childId, placementId: placement.id, at: at.toString() });
    await closeIfEmpty(tx, connection, at);
  }
}

/** Those whose connection around this child lasted as long as the placement did, whether it ends now or ended by itself before. */
async function parentsConnectedAtEnd(tx: Transaction, placement: Placement, at: Temporal.Instant): Promise<Id<'Person'>[]> {
  await tx.flush();
  const parts = await tx.find(ConnectionChild, { placementId: placement.id, to: placement.endedAt ?? at }, { orderBy: { id: 'asc' } });
  const connections = await tx.find(FamilyConnection, { id: { $in: parts.map((part) => part.connectionId) } }, { orderBy: { id: 'asc' } });
  return [...new Set(connections.map((connection) => connection.parentId))];
}

async function meetHousehold(tx: Transaction, parentId: Id<'Person'>, household: CaregiverHousehold, placement: Placement, at: Temporal.Instant): Promise<void> {
  const open = await tx.first(FamilyConnection, { parentId, householdId: household.id, status: 'OPEN' });
  if (!open) {
    openConnection(tx, parentId, household, [placement], at);
    await tx.flush();
    return;
  }
  tx.add(ConnectionChild.join(open.id, placement.childId, placement.id, at));
  tx.emit(ConnectionChildJoinedV1, { connectionId: open.id, childId: placement.childId, placementId: placement.id, at: at.toString() });
}

async function closeIfEmpty(tx: Transaction, connection: FamilyConnection, at: Temporal.Instant): Promise<void> {
  await tx.flush();
  if ((await tx.count(ConnectionChild, { connectionId: connection.id, to: null })) > 0) return;
  connection.close(at);
  tx.emit(ConnectionClosedV1, { connectionId: connection.id, closedAt: at.toString() });
}
