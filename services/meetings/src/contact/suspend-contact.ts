import { MeetingSuspendedV1, type EventData, type ContactProhibitedV1 } from '@fc/contracts';
import { Temporal, type Id } from '@fc/domain-kernel';
import type { Transaction } from '@fc/tenancy';
import { ComfortCall } from '../comfort-calls/comfort-call.entity.ts';
import { ConnectionsMeeting } from '../connections-meetings/connections-meeting.entity.ts';
import { Icebreaker } from '../icebreakers/icebreaker.entity.ts';

type Prohibition = EventData<typeof ContactProhibitedV1>;

/** Appointments within its time at which both are to be, whoever they are there: families, leads or facilitator. */
const appointments = (table: 'connections_meeting' | 'icebreaker', alsoThere: string): string =>
  `select planned.id from ${table} planned join family_connection connection on connection.id = planned.connection_id
    where planned.status = 'SCHEDULED' and planned.scheduled_for >= ?::timestamptz and planned.scheduled_for < ?::timestamptz
      and array_remove(array[connection.parent_id::text, planned.facilitator_id::text], null) || connection.caregiver_ids || ${alsoThere} @> array[?, ?]`;

/** What is due between the two families, without an appointment, while the prohibition holds. */
const tasks = (table: 'comfort_call' | 'icebreaker'): string =>
  `select due.id from ${table} due join family_connection connection on connection.id = due.connection_id
    where due.status = 'OPEN' and ?::timestamptz <= greatest(due.closes_at, ?::timestamptz) and ?::timestamptz > ?::timestamptz
      and connection.parent_id::text || connection.caregiver_ids @> array[?, ?]`;

const forever = Temporal.Instant.from('9999-12-31T00:00:00Z').toString();

/** Suspends everything that a prohibition forbids. What is suspended says neither why nor by whom. */
export async function suspendContact(tx: Transaction, { people, channels, from, to }: Prohibition, now: Temporal.Instant): Promise<void> {
  const until = to ?? forever;
  const planned = async (table: 'connections_meeting' | 'icebreaker', alsoThere: string): Promise<string[]> => idsOf(await tx.sql(appointments(table, alsoThere), [from, until, ...people]));
  const due = async (table: 'comfort_call' | 'icebreaker'): Promise<string[]> => idsOf(await tx.sql(tasks(table), [from, now.toString(), until, now.toString(), ...people]));
  const suspended = (meeting: { id: string; connectionId: Id<'FamilyConnection'> }): void =>
    tx.emit(MeetingSuspendedV1, { meetingId: meeting.id as Id<'IntroductoryMeeting'>, connectionId: meeting.connectionId, suspendedAt: now.toString() });

  if (channels.includes('CALL')) for (const id of await due('comfort_call')) (await tx.get(ComfortCall, id)).suspend();
  if (!channels.includes('IN_PERSON')) return;
  for (const id of await planned('connections_meeting', 'planned.lead_ids')) {
    const meeting = await tx.get(ConnectionsMeeting, id);
    meeting.suspend();
    suspended(meeting);
  }
  for (const id of [...(await planned('icebreaker', `'{}'::text[]`)), ...(await due('icebreaker'))]) {
    const icebreaker = await tx.get(Icebreaker, id);
    if (icebreaker.suspend()) suspended(icebreaker);
  }
}

const idsOf = (rows: readonly Record<string, unknown>[]): string[] => rows.map((row) => String(row['id']));
