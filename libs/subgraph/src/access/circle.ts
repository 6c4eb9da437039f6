import { Role, type RoleName } from '@fc/auth';
import { forbidden, notFound, type Id } from '@fc/domain-kernel';
import type { Reader } from '@fc/tenancy';

/** These see every family of their county. Everybody else sees the families in whose circle they are. */
const countyWide: readonly string[] = [Role.COORDINATOR, Role.PROGRAM_SUPERVISOR];

/** The roles of the acting person that hold for the whole county. */
const countyRoles = (reader: Reader): RoleName[] => reader.context.actor.roles.filter((role) => countyWide.includes(role)) as RoleName[];

/** What somebody is on a family connection: one of the roles, or a partner organisation whose grant names the connection. */
export type CircleRole = RoleName | 'PARTNER';

/** In which roles the acting person is on that family connection; empty for everybody who is not on it. */
export async function rolesOnConnection(reader: Reader, connectionId: Id<'FamilyConnection'>): Promise<CircleRole[]> {
  const rows = await reader.sql<{ role: CircleRole }>(`select role from circle_member where connection_id = ? and person_id = ?`, [connectionId, reader.context.actor.person]);
  return [...countyRoles(reader), ...rows.map((row) => row.role)];
}

/**
 * Lets a command go on when the acting person is on that connection in one of the roles; answers the roles that they hold there.
 * Throws `NOT_FOUND` for whoever is not on it, as if it did not exist, and `FORBIDDEN` for whoever is on it in another role.
 */
export async function requireOnConnection(reader: Reader, connectionId: Id<'FamilyConnection'>, ...allowed: readonly CircleRole[]): Promise<CircleRole[]> {
  const held = await rolesOnConnection(reader, connectionId);
  if (held.length === 0) throw notFound('family connection');
  if (!held.some((role) => allowed.includes(role))) throw forbidden('This is for somebody else on this family connection.');
  return held;
}

/** The connections that the acting person may list; `ALL` for those who see the whole county. */
export async function visibleConnections(reader: Reader): Promise<'ALL' | Id<'FamilyConnection'>[]> {
  if (countyRoles(reader).length > 0) return 'ALL';
  const rows = await reader.sql<{ connection_id: Id<'FamilyConnection'> }>(`select distinct connection_id from circle_member where person_id = ?`, [reader.context.actor.person]);
  return rows.map((row) => row.connection_id);
}

/** `visibleConnections` as a filter on a column that names a connection. */
export async function onVisibleConnections(reader: Reader): Promise<{ connectionId?: { $in: Id<'FamilyConnection'>[] } }> {
  const visible = await visibleConnections(reader);
  return visible === 'ALL' ? {} : { connectionId: { $in: visible } };
}

/** Which of these connections the acting person is on. */
export async function seenConnections(reader: Reader, ids: readonly Id<'FamilyConnection'>[]): Promise<Set<Id<'FamilyConnection'>>> {
  const visible = await visibleConnections(reader);
  return new Set(visible === 'ALL' ? ids : ids.filter((id) => visible.includes(id)));
}

/** Which of these people share a family connection with the acting person; all of them for those who see the whole county. */
export async function inCirclesWith(reader: Reader, ids: readonly Id<'Person'>[]): Promise<Set<Id<'Person'>>> {
  const { person } = reader.context.actor;
  if (countyRoles(reader).length > 0 || ids.every((id) => id === person)) return new Set(ids);
  const rows = await reader.sql<{ id: Id<'Person'> }>(
    `select distinct theirs.person_id as id from circle_member mine join circle_member theirs using (connection_id)
      where mine.person_id = ? and theirs.person_id = any (string_to_array(?, ',')::uuid[])`,
    [person, ids.join()],
  );
  return new Set([...rows.map(({ id }) => id), ...ids.filter((id) => id === person)]);
}

/** Whether the acting person and that one are on a family connection together, or one of them sees the whole county. */
export const sharesCircleWith = async (reader: Reader, personId: Id<'Person'>): Promise<boolean> => (await inCirclesWith(reader, [personId])).has(personId);

/** On which of these children's cases the acting person is, by assignment or on a family connection of the child. */
export async function onCasesOf(reader: Reader, ids: readonly Id<'Child'>[]): Promise<Set<Id<'Child'>>> {
  if (countyRoles(reader).length > 0) return new Set(ids);
  const { person } = reader.context.actor;
  const rows = await reader.sql<{ id: Id<'Child'> }>(
    `with asked (id) as (select unnest(string_to_array(?, ',')::uuid[]))
     select asked.id from asked join access_case_member on child_id = asked.id where person_id = ? and ends_at is null
     union
     select asked.id from asked join access_child child on child.child_id = asked.id join circle_member using (connection_id) where child.left_at is null and person_id = ?`,
    [ids.join(), person, person],
  );
  return new Set(rows.map(({ id }) => id));
}

/** Whether the acting person is on that child's case, by assignment or on a family connection of the child. */
export const isOnCaseOf = async (reader: Reader, childId: Id<'Child'>): Promise<boolean> => (await onCasesOf(reader, [childId])).has(childId);
