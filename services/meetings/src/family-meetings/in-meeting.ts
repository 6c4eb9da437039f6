import { Role } from '@fc/auth';
import { forbidden, type Id } from '@fc/domain-kernel';
import { rolesOnConnection, type CircleRole } from '@fc/subgraph';
import { RowNotFound, type Reader, type Row } from '@fc/tenancy';
import { actingPerson } from '../projections/acting-person.ts';
import { FamilyConnection } from '../projections/family-connection.entity.ts';
import { FamilyMeeting } from './family-meeting.entity.ts';

const staff: readonly CircleRole[] = [Role.CASEWORKER, Role.CASEWORKER_SUPERVISOR, Role.COORDINATOR, Role.PROGRAM_SUPERVISOR];

/** What somebody is to the family meetings of a connection. */
export interface MeetingReader {
  readonly isStaff: boolean;
  mayKnow(meeting: Pick<Row<FamilyMeeting>, 'parentId' | 'otherParentIds' | 'caregiverIds' | 'relativeIds' | 'professionalIds' | 'plannedBy'>): boolean;
}

/**
 * A family meeting is for those who are in it, as long as they are on the case, and for a program supervisor. Relatives are on no
 * connection, and another parent is on their own: they know of the meeting while the case goes on.
 */
export async function meetingReader(reader: Reader, connectionId: Id<'FamilyConnection'>): Promise<MeetingReader> {
  const held = await rolesOnConnection(reader, connectionId);
  const person = actingPerson(reader);
  const [connection] = await reader.rows(FamilyConnection, { id: connectionId });
  const isOpen = connection !== undefined && !connection.closedAt;
  return {
    isStaff: held.some((role) => staff.includes(role)),
    mayKnow: ({ parentId, otherParentIds, caregiverIds, relativeIds, professionalIds, plannedBy }) =>
      held.includes(Role.PROGRAM_SUPERVISOR) || (isOpen && [...otherParentIds, ...relativeIds].includes(person)) || (held.length > 0 && [parentId, ...caregiverIds, ...professionalIds, plannedBy].includes(person)),
  };
}

/** The meeting of that id, for somebody who is in it. Throws `NOT_FOUND`, in the words of what was asked for. */
export async function inMeeting(reader: Reader, id: string, notThere = new RowNotFound('FamilyMeeting', id)): Promise<{ meeting: FamilyMeeting; isStaff: boolean }> {
  const meeting = await reader.get(FamilyMeeting, id);
  const { mayKnow, isStaff } = await meetingReader(reader, meeting.connectionId);
  if (!mayKnow(meeting)) throw notThere;
  return { meeting, isStaff };
}

/** As `inMeeting`, for staff who keep it. Throws `NOT_FOUND`, `FORBIDDEN`. */
export async function keptMeeting(reader: Reader, id: string): Promise<FamilyMeeting> {
  const { meeting, isStaff } = await inMeeting(reader, id);
  if (!isStaff) throw forbidden('This is for the staff who are in the meeting.');
  return meeting;
}
