import { rolesOnConnection } from '@fc/subgraph';
import { RowNotFound, type Reader } from '@fc/tenancy';
import { actingPerson } from '../projections/acting-person.ts';
import { ConnectionsMeeting } from './connections-meeting.entity.ts';

/** A planned meeting, for one of its two leads who is there. Throws `NOT_FOUND` for whoever is not on the connection, `MEETINGS.NOT_A_LEAD` for everybody else on it, `MEETINGS.NOT_THERE`. */
export async function meetingLedByActor(reader: Reader, meetingId: string): Promise<ConnectionsMeeting> {
  const meeting = await knownMeeting(reader, meetingId);
  meeting.requireLedBy(actingPerson(reader));
  return meeting;
}

/** As `meetingLedByActor`, for a lead who may have been taken for absent. */
export async function meetingOfLead(reader: Reader, meetingId: string): Promise<ConnectionsMeeting> {
  const meeting = await knownMeeting(reader, meetingId);
  meeting.requireOneOfLeads(actingPerson(reader));
  return meeting;
}

async function knownMeeting(reader: Reader, meetingId: string): Promise<ConnectionsMeeting> {
  const meeting = await reader.get(ConnectionsMeeting, meetingId);
  if ((await rolesOnConnection(reader, meeting.connectionId)).length === 0) throw new RowNotFound('ConnectionsMeeting', meetingId);
  return meeting;
}
