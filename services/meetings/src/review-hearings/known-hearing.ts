import { Role } from '@fc/auth';
import { forbidden, type Id } from '@fc/domain-kernel';
import { isContactPossible, rolesOnConnection, type CircleRole } from '@fc/subgraph';
import { RowNotFound, type Reader } from '@fc/tenancy';
import { familiesOf, FamilyConnection } from '../projections/family-connection.entity.ts';
import { timeOf, type Appointment } from '../scheduling/meeting-length.ts';
import { ReviewHearing } from './review-hearing.entity.ts';

/** Those of the case whom a hearing concerns. Mentors, visit supervisors and navigators have no part in it. */
const concerned: readonly CircleRole[] = [Role.PARENT, Role.CASEWORKER, Role.CASEWORKER_SUPERVISOR, Role.CASA, Role.COORDINATOR, Role.PROGRAM_SUPERVISOR];

/** Those who are to be there. Whoever supervises cases, or all of the county, has no such appointments. */
export const expected: readonly CircleRole[] = [Role.PARENT, Role.CAREGIVER, Role.CASEWORKER, Role.CASA];

/** Who asks for the hearings of a connection, and which of them they may know. */
export interface HearingReader {
  readonly held: readonly CircleRole[];
  /** Somebody who is there as a caregiver and nothing else. */
  readonly isCaregiver: boolean;
  mayKnow(hearing: Appointment): Promise<boolean>;
}

/**
 * A hearing is where the parent will be at that time: a caregiver knows of it unless the two must not meet then, whenever that came to
 * be so. The case itself goes on: the parent and the staff know of it whatever the ledger says.
 */
export async function hearingReader(reader: Reader, connectionId: Id<'FamilyConnection'>): Promise<HearingReader> {
  const held = await rolesOnConnection(reader, connectionId);
  const isConcerned = held.some((role) => concerned.includes(role));
  const isCaregiver = !isConcerned && held.includes(Role.CAREGIVER);
  const alsoPresent = isCaregiver ? familiesOf(await reader.getRow(FamilyConnection, connectionId)) : [];
  const mayMeet = (hearing: Appointment): Promise<boolean> => isContactPossible(reader, { channel: 'IN_PERSON', ...timeOf(hearing), between: [], and: [], alsoPresent });
  return { held, isCaregiver, mayKnow: async (hearing) => isConcerned || (isCaregiver && (await mayMeet(hearing))) };
}

/** The hearing of that id, for somebody who may know of it and is in one of the roles. Throws `NOT_FOUND`, `FORBIDDEN`. */
export async function knownHearing(reader: Reader, id: string, ...allowed: readonly CircleRole[]): Promise<{ hearing: ReviewHearing; held: readonly CircleRole[] }> {
  const hearing = await reader.get(ReviewHearing, id);
  const { held, mayKnow } = await hearingReader(reader, hearing.connectionId);
  if (!(await mayKnow(hearing))) throw new RowNotFound('ReviewHearing', id);
  if (!held.some((role) => allowed.includes(role))) throw forbidden('This is for somebody else on this family connection.');
  return { hearing, held };
}
