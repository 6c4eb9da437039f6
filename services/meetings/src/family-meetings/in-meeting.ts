import { Role } from '@fc/auth';
import { forbidden, type Id } from '@fc/domain-kernel';
import { rolesOnConnection, type CircleRole } from '@fc/subgraph';
import { RowNotFound, type Reader, type Row, type Transaction } from '@fc/tenancy';
import { actingPerson } from '../projections/acting-person.ts';
import { FamilyConnection } from '../projections/family-connection.entity.ts';
import { FamilyMeeting } from './family-meeting.entity.ts';

const staff: readonly CircleRole[] = [Role.CASEWORKER, Role.CASEWORKER_SUPERVISOR, Role.COORDINATOR, Role.PROGRAM_SUPERVISOR];

/** What somebody is to the family meetings of a connection. */
export interface MeetingReader {
  readonly isStaff: boolean;
  mayKnow(meeting: Invited): boolean;
  /** Whether they are to keep it in the place of staff who have all left. */
  mayTakeOver(meeting: Invited): boolean;
}

type Invited = Pick<Row<FamilyMeeting>, 'parentId' | 'otherParentIds' | 'caregiverIds' | 'relativeIds' | 'professionalIds' | 'plannedBy' | 'status'>;

/**
 * A family meeting is for those who are in it, as long as they are on the case, and for a program supervisor. Relatives are on no
 * connection, and another parent is on their own: they know of the meeting while the case goes on. One that is planned and whose staff
 * have all left the case is for its caseworkers too, since nobody else could keep it.
 */
export async function meetingReader(reader: Reader, connectionId: Id<'FamilyConnection'>): Promise<MeetingReader> {
  const held = await rolesOnConnection(reader, connectionId);
  const person = actingPerson(reader);
  const [connection] = await reader.rows(FamilyConnection, { id: connectionId });
  const isOpen = connection !== undefined && !connection.closedAt;
  const staffThere = held.includes(Role.CASEWORKER) ? await staffOn(reader, connectionId) : null;
  const mayTakeOver = ({ status, plannedBy, professionalIds }: Invited): boolean => staffThere !== null && status === 'SCHEDULED' && ![plannedBy, ...professionalIds].some((each) => staffThere.has(each));
  return {
    mayTakeOver,
    isStaff: held.some((role) => staff.includes(role)),
    mayKnow: (meeting) => {
      const { parentId, otherParentIds, caregiverIds, relativeIds, professionalIds, plannedBy } = meeting;
      if (held.includes(Role.PROGRAM_SUPERVISOR) || (isOpen && [...otherParentIds, ...relativeIds].includes(person))) return true;
      return held.length > 0 && ([parentId, ...caregiverIds, ...professionalIds, plannedBy].includes(person) || mayTakeOver(meeting));
    },
  };
}

/** The staff of the connection, and those of the whole county. */
async function staffOn(reader: Reader, connectionId: Id<'FamilyConnection'>): Promise<ReadonlySet<string>> {
  const rows = await reader.sql<{ person_id: string }>(
    `select person_id from circle_member where connection_id = ? and role = any (string_to_array(?, ','))
     union select person_id from access_role where role in ('${Role.COORDINATOR}', '${Role.PROGRAM_SUPERVISOR}') and starts_at <= now() and (ends_at is null or ends_at > now())`,
    [connectionId, staff.join()],
  );
  return new Set(rows.map((row) => row.person_id));
}

/** The meeting of that id, for somebody who is in it. Throws `NOT_FOUND`, in the words of what was asked for. */
export async function inMeeting(reader: Reader, id: string, notThere = new RowNotFound('FamilyMeeting', id)): Promise<{ meeting: FamilyMeeting; isStaff: boolean; takesOver: boolean }> {
  const meeting = await reader.get(FamilyMeeting, id);
  const { mayKnow, isStaff, mayTakeOver } = await meetingReader(reader, meeting.connectionId);
  if (!mayKnow(meeting)) throw notThere;
  return { meeting, isStaff, takesOver: mayTakeOver(meeting) };
}

/** A meeting as its keeper finds it; `lock` gives it for a change, kept from then on by whoever takes it over. */
export interface KeptMeeting {
  readonly planned: FamilyMeeting;
  lock(): Promise<FamilyMeeting>;
}

/** As `inMeeting`, for staff who keep it. Throws `NOT_FOUND`, `FORBIDDEN`. */
export async function keptMeeting(tx: Transaction, id: string): Promise<KeptMeeting> {
  const { meeting, isStaff, takesOver } = await inMeeting(tx, id);
  if (!isStaff) throw forbidden('This is for the staff who are in the meeting.');
  const ofKeeper = (one: FamilyMeeting): FamilyMeeting => (takesOver ? one.takenOverBy(actingPerson(tx)) : one);
  return { planned: ofKeeper(meeting), lock: async () => ofKeeper(await tx.lock(FamilyMeeting, id)) };
}
