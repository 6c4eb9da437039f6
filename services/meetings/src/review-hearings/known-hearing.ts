import { Role } from '@fc/auth';
import { forbidden, Temporal, type Id } from '@fc/domain-kernel';
import { isContactPossible, rolesOnConnection, type CircleRole } from '@fc/subgraph';
import { RowNotFound, type EntityType, type Reader, type Row } from '@fc/tenancy';
import { familiesOf, FamilyConnection } from '../projections/family-connection.entity.ts';
import { timeOf, type Appointment } from '../scheduling/meeting-length.ts';
import { ReviewHearing } from './review-hearing.entity.ts';

/** Those of the case whom a hearing concerns. Mentors, visit supervisors and navigators have no part in it. */
const concerned: readonly CircleRole[] = [Role.PARENT, Role.CASEWORKER, Role.CASEWORKER_SUPERVISOR, Role.CASA, Role.COORDINATOR, Role.PROGRAM_SUPERVISOR];

/** Those who are to be there. Whoever supervises cases, or all of the county, has no such appointments. */
export const expected: readonly CircleRole[] = [Role.PARENT, Role.CAREGIVER, Role.CASEWORKER, Role.CASA];

/** Those who record what becomes of a hearing. */
const keepers: readonly CircleRole[] = [Role.CASEWORKER, Role.COORDINATOR];

/** Those of a child's case who go on with its hearings when the connection has closed: the child moves to another home, and the court does not wait. With the case that ends too (R82). */
const ofCase: readonly CircleRole[] = [Role.CASEWORKER, Role.CASEWORKER_SUPERVISOR, Role.CASA];

const oneOf = (roles: readonly CircleRole[]): string => `member.role in (${roles.map((role) => `'${role}'`).join(', ')})`;

/** In SQL, those who work on the case of a `child` of a connection, for as long as the child is in care as then. */
const caseMember = `access_child child
    join placement stay on stay.id = child.placement_id
    join placement now on now.child_id = stay.child_id and now.removed_at = stay.removed_at and now.ended_at is null
    join access_case_member member on member.child_id = child.child_id and member.ends_at is null`;

/** In SQL, whether `asked.person_id` is to be at `hearing`, by their part in its connection or in the case of a child there. */
export const isExpectedAt = `(exists (select 1 from circle_member member where member.connection_id = hearing.connection_id and member.person_id = asked.person_id and ${oneOf(expected)})
    or exists (select 1 from ${caseMember} where child.connection_id = hearing.connection_id and member.person_id = asked.person_id and ${oneOf(ofCase.filter((role) => expected.includes(role)))}))`;

type KnownByCaregiver = Appointment & Pick<Row<ReviewHearing>, 'status' | 'heldAt'>;

/** Who asks for the hearings of a connection, and which of them they may know. */
export interface HearingReader {
  readonly held: readonly CircleRole[];
  /** Somebody who is there as a caregiver and nothing else. */
  readonly isCaregiver: boolean;
  mayKnow(hearing: KnownByCaregiver): Promise<boolean>;
}

/**
 * A hearing is where the parent will be at that time: a caregiver knows of it unless the two must not meet then, whenever that came to
 * be so, and of none that is to come once their connection has closed. The case itself goes on: the parent and the staff know of it
 * whatever the ledger says, also when the child has moved to another home.
 */
export async function hearingReader(reader: Reader, connectionId: Id<'FamilyConnection'>): Promise<HearingReader> {
  const held = await rolesAtHearings(reader, connectionId);
  const isConcerned = held.some((role) => concerned.includes(role));
  const isCaregiver = !isConcerned && held.includes(Role.CAREGIVER);
  const families = isCaregiver ? await reader.getRow(FamilyConnection, connectionId) : null;
  const alsoPresent = families ? familiesOf(families) : [];
  const wasTheirs = ({ status, heldAt }: KnownByCaregiver): boolean => !families?.closedAt || (status === 'HELD' && !!heldAt && Temporal.Instant.compare(heldAt, families.closedAt) <= 0);
  const mayMeet = (hearing: Appointment): Promise<boolean> => isContactPossible(reader, { channel: 'IN_PERSON', ...timeOf(hearing), between: [], and: [], alsoPresent });
  return { held, isCaregiver, mayKnow: async (hearing) => isConcerned || (isCaregiver && wasTheirs(hearing) && (await mayMeet(hearing))) };
}

/** The hearing of that id, for somebody who may know of it and is in one of the roles. Throws `NOT_FOUND`, `FORBIDDEN`. */
export async function knownHearing(reader: Reader, id: string, ...allowed: readonly CircleRole[]): Promise<{ hearing: ReviewHearing; held: readonly CircleRole[] }> {
  const hearing = await reader.get(ReviewHearing, id);
  const { held, mayKnow } = await hearingReader(reader, hearing.connectionId);
  if (!(await mayKnow(hearing))) throw new RowNotFound('ReviewHearing', id);
  if (!held.some((role) => allowed.includes(role))) throw forbidden('This is for somebody else on this family connection.');
  return { hearing, held };
}

/** The hearing of that id, or what was found there, for those who record it. Throws `NOT_FOUND`, `FORBIDDEN`. */
export async function keptHearing<Entity extends { connectionId: Id<'FamilyConnection'> }>(reader: Reader, type: EntityType<Entity>, id: string): Promise<Entity> {
  const found = await reader.get(type, id);
  const held = await rolesAtHearings(reader, found.connectionId);
  if (held.length === 0) throw new RowNotFound(type.name, id);
  if (!held.some((role) => keepers.includes(role))) throw forbidden('This is for somebody else on this family connection.');
  return found;
}

/** What the acting person is on the connection, or on the case of a child who joins or joined the two families there. */
async function rolesAtHearings(reader: Reader, connectionId: Id<'FamilyConnection'>): Promise<CircleRole[]> {
  const rows = await reader.sql<{ role: CircleRole }>(
    `select distinct member.role from ${caseMember} where child.connection_id = ? and member.person_id = ? and ${oneOf(ofCase)}`,
    [connectionId, reader.context.actor.person],
  );
  return [...new Set([...(await rolesOnConnection(reader, connectionId)), ...rows.map(({ role }) => role)])];
}
