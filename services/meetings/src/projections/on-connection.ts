import { forbidden, type Id } from '@fc/domain-kernel';
import { rolesOnConnection, type CircleRole } from '@fc/subgraph';
import { RowNotFound, type EntityType, type Reader } from '@fc/tenancy';

/**
 * The thing of that id, for a command by somebody who is on its connection in one of the roles.
 * Throws `NOT_FOUND` for whoever is not on it, in the words of a thing that does not exist, and `FORBIDDEN` for whoever is on it in another role.
 */
export async function getOnConnection<Entity extends { connectionId: Id<'FamilyConnection'> }>(reader: Reader, type: EntityType<Entity>, id: string, ...allowed: readonly CircleRole[]): Promise<Entity> {
  const found = await reader.get(type, id);
  const held = await rolesOnConnection(reader, found.connectionId);
  if (held.length === 0) throw new RowNotFound(type.name, id);
  if (!held.some((role) => allowed.includes(role))) throw forbidden('This is for somebody else on this family connection.');
  return found;
}

/** Whether the acting person is on that connection at all: what there is to read of it is for them. */
export const isOnConnection = async (reader: Reader, connectionId: Id<'FamilyConnection'>): Promise<boolean> => (await rolesOnConnection(reader, connectionId)).length > 0;
