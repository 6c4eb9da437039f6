import { ConnectionOpenedV1 } from '@fc/contracts';
import type { Id, Temporal } from '@fc/domain-kernel';
import type { Transaction } from '@fc/tenancy';
import type { CaregiverHousehold } from '../families/caregiver-household.entity.ts';
import type { Placement } from '../placements/placement.entity.ts';
import { ConnectionChild } from './connection-child.entity.ts';
import { FamilyConnection } from './family-connection.entity.ts';

/** Brings a parent and a household together around the children who are placed there. */
export function openConnection(tx: Transaction, parentId: Id<'Person'>, household: CaregiverHousehold, placements: readonly Placement[], now: Temporal.Instant): FamilyConnection {
  const connection = FamilyConnection.open(parentId, household.id, now);
  tx.add(connection, ...placements.map((placement) => ConnectionChild.join(connection.id, placement.childId, placement.id, now)));
  tx.emit(ConnectionOpenedV1, {
    connectionId: connection.id,
    parentId,
    householdId: household.id,
    caregiverIds: household.caregiverIds,
    children: placements.map((placement) => ({ childId: placement.childId, placementId: placement.id })),
    openedAt: now.toString(),
  });
  return connection;
}
