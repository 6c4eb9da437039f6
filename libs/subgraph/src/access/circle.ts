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

/** Whether the acting person and that one are on a family connection together, or one of them sees the whole county. */
export async function sharesCircleWith(reader: Reader, personId: Id<'Person'>): Promise<boolean> {
  const { person } = reader.context.actor;
  if (person === personId || countyRoles(reader).length > 0) return true;
  const [row] = await reader.sql(
    `select 1 as there from circle_member mine join circle_member theirs using (connection_id) where mine.person_id = ? and theirs.person_id = ? limit 1`,
    [person, personId],
  );
  return row !== undefined;
}

/** Whether the acting person is on that child's case, by assignment or on a family connection of the child. */
export async function isOnCaseOf(reader: Reader, childId: Id<'Child'>): Promise<boolean> {
  if (countyRoles(reader).length > 0) return true;
  const { person } = reader.context.actor;
  const [row] = await reader.sql(
    `select 1 as there from access_case_member where child_id = ? and person_id = ? and ends_at is null
     union all
     select 1 from access_child child join circle_member using (connection_id) where child.child_id = ? and child.left_at is null and person_id = ? limit 1`,
    [childId, person, childId, person],
  );
  return row !== undefined;
}
