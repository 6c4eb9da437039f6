import { ConnectionChildJoinedV1, ConnectionChildLeftV1, ConnectionClosedV1 } from '@fc/contracts';
import type { Id, Temporal } from '@fc/domain-kernel';
import type { Transaction } from '@fc/tenancy';
import { CaregiverHousehold } from '../families/caregiver-household.entity.ts';
import { Child } from '../families/child.entity.ts';
import { countsAsMove } from '../placements/placement-type.ts';
import type { Placement } from '../placements/placement.entity.ts';
import { ConnectionChild } from './connection-child.entity.ts';
import { FamilyConnection } from './family-connection.entity.ts';
import { openConnection } from './open-connection.ts';

/**
 * What a placement does to the child's family connections: the child's part in each ends, and its parent meets the new household
 * in a connection of theirs. A parent keeps the Parent Ally, who belongs to the parent and not to the home. Where a parent knows
 * that household already, as a sibling lives there, the child joins the two, wherever it comes from.
 */
export async function followPlacement(tx: Transaction, placement: Placement, before: Placement | null, at: Temporal.Instant): Promise<void> {
  if (before) await leaveConnections(tx, before, at);
  if (!placement.householdId) return;
  const household = await tx.get(CaregiverHousehold, placement.householdId);
  const coming = before ? await parentsConnectedAtEnd(tx, before, at) : [];
  for (const parentId of new Set([...coming, ...(await parentsThere(tx, placement, household))])) await meetHousehold(tx, parentId, household, placement, at);
}

/** Those of the child's parents who have an open connection with that household. */
async function parentsThere(tx: Transaction, { childId, type }: Placement, household: CaregiverHousehold): Promise<Id<'Person'>[]> {
  if (!countsAsMove(type)) return [];
  const { parentIds } = await tx.get(Child, childId);
  const open = await tx.find(FamilyConnection, { parentId: { $in: [...parentIds] }, householdId: household.id, status: 'OPEN' }, { orderBy: { id: 'asc' } });
  return open.map(({ parentId }) => parentId);
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
