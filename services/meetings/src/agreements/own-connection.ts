import type { Id } from '@fc/domain-kernel';
import { RowNotFound, type EntityType, type Reader } from '@fc/tenancy';
import { isOnConnection } from '../projections/on-connection.ts';

/** The thing of that id, on a connection of the acting person; for everybody else it is not there. Throws `NOT_FOUND`. */
export async function requireOwnConnection<Entity extends { connectionId: Id<'FamilyConnection'> }>(reader: Reader, type: EntityType<Entity>, id: string): Promise<Entity> {
  const found = await reader.get(type, id);
  if (!(await isOnConnection(reader, found.connectionId))) throw new RowNotFound(type.name, id);
  return found;
}
