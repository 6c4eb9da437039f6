import { Temporal, type Id } from '@fc/domain-kernel';
import { rolesOnConnection } from '@fc/subgraph';
import { RowNotFound, type Reader, type Transaction } from '@fc/tenancy';
import { actingPerson } from '../projections/acting-person.ts';
import { ActiveMatch } from '../projections/active-match.entity.ts';
import { connectionSides } from '../projections/connection-side.ts';
import type { FamilyConnection } from '../projections/family-connection.entity.ts';
import { ConnectionsMeeting } from './connections-meeting.entity.ts';
import { notMatched } from './connections-meeting.errors.ts';

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

/** The two who lead it are the mentors of the two families at that time; matches that end meanwhile wait. Before the ledger is asked. Throws `MEETINGS.NOT_MATCHED`. */
export async function requireLeadsMatched(tx: Transaction, { leadIds }: Pick<ConnectionsMeeting, 'leadIds'>, { parentId, householdId }: FamilyConnection, at: Temporal.Instant): Promise<void> {
  const participantIds = [parentId, householdId] as string[] as Id<'Participant'>[];
  const matches = await tx.lockAll(ActiveMatch, { participantId: { $in: participantIds }, mentorId: { $in: leadIds } });
  const without = connectionSides.filter((side) => !matches.some((match) => match.side === side && (!match.endedAt || Temporal.Instant.compare(match.endedAt, at) >= 0)));
  if (without.length > 0) throw notMatched(without);
}
