import type { Id, Temporal } from '@fc/domain-kernel';
import { visibleConnections, type PlannedContact } from '@fc/subgraph';
import type { Reader } from '@fc/tenancy';
import { ConnectionsMeeting } from '../connections-meetings/connections-meeting.entity.ts';
import { FamilyMeeting } from '../family-meetings/family-meeting.entity.ts';
import { meetingReader } from '../family-meetings/in-meeting.ts';
import { Icebreaker } from '../icebreakers/icebreaker.entity.ts';
import { isFacilitating } from '../introductory-meetings/facilitators.ts';
import { actingPerson } from '../projections/acting-person.ts';
import { familiesOf, FamilyConnection } from '../projections/family-connection.entity.ts';
import { hearingReader, isExpectedAt } from '../review-hearings/known-hearing.ts';
import { ReviewHearing } from '../review-hearings/review-hearing.entity.ts';
import { timeOf } from '../scheduling/meeting-length.ts';
import { appointmentOfHearing, type PlannedMeeting } from './calendar-entry.ts';

/** An appointment of the acting person that they may know of now. */
export interface OwnMeeting {
  readonly meeting: PlannedMeeting;
  /** What the ledger is asked; null where there is nothing to ask: it was held, or it takes place whatever the ledger says. */
  readonly contact: PlannedContact | null;
}

type OnConnection = { readonly connectionId: Id<'FamilyConnection'> };

/** Meetings to which somebody is to come, or came: families, leads, relatives or facilitator. */
const comingTo = (table: 'connections_meeting' | 'icebreaker', alsoThere: string): string =>
  `select planned.id from ${table} planned join family_connection connection on connection.id = planned.connection_id
    where planned.status in ('SCHEDULED', 'HELD', 'BROKEN_OFF') and least(planned.scheduled_for, planned.held_at) >= ?::timestamptz
      and array_remove(array[connection.parent_id::text, planned.facilitator_id::text], null) || connection.caregiver_ids || ${alsoThere} @> array[?]`;

/** Connections Meetings and icebreakers, since then. */
export async function introductoryMeetingsOf(reader: Reader, since: Temporal.Instant): Promise<OwnMeeting[]> {
  const person = actingPerson(reader);
  const connectionsMeetings = await reader.find(ConnectionsMeeting, { id: { $in: await idsOf<'ConnectionsMeeting'>(reader, comingTo('connections_meeting', 'planned.lead_ids || planned.relative_ids'), since) } });
  const icebreakers = await reader.find(Icebreaker, { id: { $in: await idsOf<'Icebreaker'>(reader, comingTo('icebreaker', 'planned.relative_ids'), since) } });
  const visible = await visibleConnections(reader);
  const onIt = ({ connectionId }: OnConnection): boolean => visible === 'ALL' || visible.includes(connectionId);
  // Relatives are on no connection, and whoever facilitates it need not be on this one: they see of a meeting that they are to come to it, and when.
  const meetings = [...connectionsMeetings, ...icebreakers];
  const connections = await reader.find(FamilyConnection, { id: { $in: meetings.map(({ connectionId }) => connectionId) } });
  return meetings.flatMap((meeting) => {
    const families = connections.find(({ id }) => id === meeting.connectionId);
    return families && (onIt(meeting) || meeting.relativeIds.includes(person) || isFacilitating(reader, meeting, families)) ? [{ meeting, contact: meeting.status === 'SCHEDULED' ? meeting.contact(families) : null }] : [];
  });
}

/** Family meetings in which somebody is, as whatever they are there. */
const inFamilyMeeting = `select id from family_meeting where status in ('SCHEDULED', 'HELD') and least(scheduled_for, held_at) >= ?::timestamptz
    and array_remove(array[parent_id::text, planned_by::text], null) || other_parent_ids || caregiver_ids || relative_ids || professional_ids @> array[?]`;

/** Family meetings, since then. */
export async function familyMeetingsOf(reader: Reader, since: Temporal.Instant): Promise<OwnMeeting[]> {
  const meetings = await reader.find(FamilyMeeting, { id: { $in: await idsOf<'FamilyMeeting'>(reader, inFamilyMeeting, since) } });
  const known = await onEachConnection(meetings, async (connectionId, ofConnection) => {
    const { mayKnow } = await meetingReader(reader, connectionId);
    return ofConnection.filter(mayKnow);
  });
  return known.map((meeting) => ({ meeting, contact: meeting.status === 'SCHEDULED' ? meeting.contact() : null }));
}

/** Reviews at which somebody of the case is expected; `hearingReader` says which of them they may know. */
const expectedAt = `select hearing.id from (select ?::timestamptz as since, ?::uuid as person_id) asked join review_hearing hearing on hearing.status in ('PLANNED', 'HELD') and least(hearing.scheduled_for, hearing.held_at) >= asked.since
    where ${isExpectedAt}`;

/** Reviews of cases, since then. */
export async function reviewHearingsOf(reader: Reader, since: Temporal.Instant): Promise<OwnMeeting[]> {
  const hearings = await reader.find(ReviewHearing, { id: { $in: await idsOf<'ReviewHearing'>(reader, expectedAt, since) } });
  return onEachConnection(hearings, async (connectionId, ofConnection) => {
    const { isCaregiver, mayKnow } = await hearingReader(reader, connectionId);
    const families = await reader.get(FamilyConnection, connectionId);
    const own: OwnMeeting[] = [];
    for (const hearing of ofConnection) {
      if (!(await mayKnow(hearing))) continue;
      const contact = { channel: 'IN_PERSON', ...timeOf(hearing), between: [], and: [], alsoPresent: familiesOf(families) } as const;
      own.push({ meeting: appointmentOfHearing(hearing), contact: isCaregiver && hearing.status === 'PLANNED' ? contact : null });
    }
    return own;
  });
}

const idsOf = async <Kind extends string>(reader: Reader, query: string, since: Temporal.Instant): Promise<Id<Kind>[]> =>
  (await reader.sql<{ id: Id<Kind> }>(query, [since.toString(), actingPerson(reader)])).map(({ id }) => id);

/** Asks once for each connection what the acting person is to it. */
async function onEachConnection<Thing extends OnConnection, Own>(things: readonly Thing[], ask: (connectionId: Id<'FamilyConnection'>, ofConnection: readonly Thing[]) => Promise<readonly Own[]>): Promise<Own[]> {
  const own: Own[] = [];
  for (const connectionId of new Set(things.map((thing) => thing.connectionId))) own.push(...(await ask(connectionId, things.filter((thing) => thing.connectionId === connectionId))));
  return own;
}
