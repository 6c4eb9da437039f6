import { Clock, type Id, type Temporal } from '@fc/domain-kernel';
import { visibleConnections } from '@fc/subgraph';
import { countyContext, CountyDb, type Reader } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { ConnectionsMeeting } from '../connections-meetings/connections-meeting.entity.ts';
import { Icebreaker } from '../icebreakers/icebreaker.entity.ts';
import { actingPerson } from '../projections/acting-person.ts';
import { calendarEntry, type PlannedMeeting } from './calendar-entry.ts';
import { calendarFeed, calendarFile } from './write-calendar.ts';

/** How far back a calendar goes, in days. */
const pastDays = 31;

/** Meetings to which somebody is to come, or came: families, leads, relatives or facilitator. */
const comingTo = (table: 'connections_meeting' | 'icebreaker', alsoThere: string): string =>
  `select planned.id from ${table} planned join family_connection connection on connection.id = planned.connection_id
    where planned.status in ('SCHEDULED', 'HELD') and planned.scheduled_for >= ?::timestamptz
      and array_remove(array[connection.parent_id::text, planned.facilitator_id::text], null) || connection.caregiver_ids || ${alsoThere} @> array[?]`;

/** Whoever asks, and when they are expected: what they may put into a calendar of their own. */
@Injectable()
export class OwnAppointments {
  constructor(
    private readonly db: CountyDb,
    private readonly clock: Clock,
  ) {}

  /** A file for that one meeting, for whoever is to come; null for everybody else, and where there is no appointment. */
  file(meeting: PlannedMeeting & { readonly attendeeIds: readonly string[] }): string | null {
    const { person } = countyContext().actor;
    const entry = person && meeting.attendeeIds.includes(person) ? calendarEntry(meeting) : null;
    return entry && calendarFile(entry, this.clock.now());
  }

  /** All that are to come and those of the past month, as far as whoever asks may see them now. */
  feed(): Promise<string> {
    const now = this.clock.now();
    return this.db.read(async (reader) => {
      const meetings = await meetingsOf(reader, actingPerson(reader), now.subtract({ hours: pastDays * 24 }));
      return calendarFeed(meetings.flatMap((meeting) => calendarEntry(meeting) ?? []), now);
    });
  }
}

async function meetingsOf(reader: Reader, person: Id<'Person'>, since: Temporal.Instant): Promise<PlannedMeeting[]> {
  const ids = async <Kind extends string>(query: string): Promise<Id<Kind>[]> => (await reader.sql<{ id: Id<Kind> }>(query, [since.toString(), person])).map(({ id }) => id);
  const connectionsMeetings = await reader.rows(ConnectionsMeeting, { id: { $in: await ids<'ConnectionsMeeting'>(comingTo('connections_meeting', 'planned.lead_ids || planned.relative_ids')) } });
  const icebreakers = await reader.rows(Icebreaker, { id: { $in: await ids<'Icebreaker'>(comingTo('icebreaker', `'{}'::text[]`)) } });
  const visible = await visibleConnections(reader);
  const onIt = ({ connectionId }: { connectionId: Id<'FamilyConnection'> }): boolean => visible === 'ALL' || visible.includes(connectionId);
  // Relatives are on no connection: they see of a meeting that they are to come to it, and when.
  return [...connectionsMeetings.filter((meeting) => onIt(meeting) || meeting.relativeIds.includes(person)), ...icebreakers.filter(onIt)];
}
