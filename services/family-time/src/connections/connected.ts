import type { Id } from '@fc/domain-kernel';
import type { Reader, Row } from '@fc/tenancy';
import { ConnectedChild } from './connected-child.entity.ts';
import { ConnectedFamilies } from './connected-families.entity.ts';

/** The open connection that joins this child and this parent at present; null when the child lives where none is. */
export async function familiesAround(reader: Reader, { childId, parentId }: { childId: Id<'Child'>; parentId: Id<'Person'> }): Promise<Row<ConnectedFamilies> | null> {
  const parts = await reader.rows(ConnectedChild, { childId, leftAt: null });
  const [families] = await reader.rows(ConnectedFamilies, { id: { $in: parts.map((part) => part.connectionId) }, parentId, closedAt: null }, { limit: 1 });
  return families ?? null;
}

/** The children whom that connection is about at present. */
export async function childrenOf(reader: Reader, connectionId: Id<'FamilyConnection'>): Promise<Id<'Child'>[]> {
  return (await reader.rows(ConnectedChild, { connectionId, leftAt: null })).map((part) => part.childId);
}
