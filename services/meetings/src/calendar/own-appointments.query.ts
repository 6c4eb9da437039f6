import { Clock, type Id, type Temporal } from '@fc/domain-kernel';
import { AskLedger, visibleConnections, type PlannedContact } from '@fc/subgraph';
import { countyContext, CountyDb, type Reader } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { ConnectionsMeeting } from '../connections-meetings/connections-meeting.entity.ts';
import { Icebreaker } from '../icebreakers/icebreaker.entity.ts';
import { actingPerson } from '../projections/acting-person.ts';
import { FamilyConnection } from '../projections/family-connection.entity.ts';
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
    private readonly ledger: AskLedger,
  ) {}

  /** A file for that one meeting, for whoever is to come; null for everybody else, and where there is no appointment. */
  file(meeting: PlannedMeeting & { readonly attendeeIds: readonly string[] }): string | null {
    const { person } = countyContext().actor;
    const entry = person && meeting.attendeeIds.includes(person) ? calendarEntry(meeting) : null;
    return entry && calendarFile(entry, this.clock.now());
  }

  /**
   * All that are to come and those of the past month, as far as whoever asks may see them now. What has left for a calendar cannot
   * be taken back, so identity is asked about each that is to come. Throws `CONTACT_UNCERTAIN`.
   */
  async feed(): Promise<string> {
    const now = this.clock.now();
    const meetings = await this.db.read((reader) => meetingsOf(reader, actingPerson(reader), now.subtract({ hours: pastDays * 24 })));
    const stands = await Promise.all(meetings.map(({ contact }) => contact === null || this.ledger.isPossible(contact)));
    return calendarFeed(meetings.flatMap(({ meeting }, index) => (stands[index] && calendarEntry(meeting)) || []), now);
  }
}

interface OwnMeeting {
  readonly meeting: PlannedMeeting;
  /** What the ledger is asked; null for a meeting that was held. */
  readonly contact: PlannedContact | null;
}

async function meetingsOf(reader: Reader, person: Id<'Person'>, since: Temporal.Instant): Promise<OwnMeeting[]> {
  const ids = async <Kind extends string>(query: string): Promise<Id<Kind>[]> => (await reader.sql<{ id: Id<Kind> }>(query, [since.toString(), person])).map(({ id }) => id);
  const connectionsMeetings = await reader.find(ConnectionsMeeting, { id: { $in: await ids<'ConnectionsMeeting'>(comingTo('connections_meeting', 'planned.lead_ids || planned.relative_ids')) } });
  const icebreakers = await reader.find(Icebreaker, { id: { $in: await ids<'Icebreaker'>(comingTo('icebreaker', `'{}'::text[]`)) } });
  const visible = await visibleConnections(reader);
  const onIt = ({ connectionId }: { connectionId: Id<'FamilyConnection'> }): boolean => visible === 'ALL' || visible.includes(connectionId);
  // Relatives are on no connection: they see of a meeting that they are to come to it, and when.
  const own = [...connectionsMeetings.filter((meeting) => onIt(meeting) || meeting.relativeIds.includes(person)), ...icebreakers.filter(onIt)];
  const connections = await reader.find(FamilyConnection, { id: { $in: own.map(({ connectionId }) => connectionId) } });
  return own.flatMap((meeting) => {
    const families = connections.find(({ id }) => id === meeting.connectionId);
    return families ? [{ meeting, contact: meeting.status === 'SCHEDULED' ? meeting.contact(families) : null }] : [];
  });
}
