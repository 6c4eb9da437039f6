import type { Temporal, Id } from '@fc/domain-kernel';
import { visibleConnections } from '@fc/subgraph';
import type { Reader } from '@fc/tenancy';
import { RelationshipAgreement } from '../agreements/relationship-agreement.entity.ts';
import { actingPerson } from '../projections/acting-person.ts';
import { FamilyConnection } from '../projections/family-connection.entity.ts';
import type { OwnMeeting } from './own-meetings.ts';

/** How far ahead a calendar has them, in weeks, and how long each takes, in minutes. */
const weeksAhead = 4;
const minutes = 30;

/** The agreements that hold between two families with a regular time to talk about the child, for a parent or a caregiver of them. */
const withTalk = `select holding.id
    from (select distinct on (connection_id) * from relationship_agreement where agreed_at is not null order by connection_id, revision desc) holding
    join family_connection connection on connection.id = holding.connection_id
   where holding.talk_weekday is not null and (connection.closed_at is null or connection.continued_at is not null)
     and array[connection.parent_id::text] || connection.caregiver_ids @> array[?]`;

/** The talks of the next weeks that two families have agreed on (R08): each an entry of its own, at the hour that the county's clocks show on that day. They talk, so a call must be permitted. */
export async function regularTalksOf(reader: Reader, now: Temporal.Instant): Promise<OwnMeeting[]> {
  const ids = await reader.sql<{ id: Id<'RelationshipAgreement'> }>(withTalk, [actingPerson(reader)]);
  const visible = await visibleConnections(reader);
  const agreements = (await reader.find(RelationshipAgreement, { id: { $in: ids.map(({ id }) => id) } })).filter(({ connectionId }) => visible === 'ALL' || visible.includes(connectionId));
  const connections = await reader.find(FamilyConnection, { id: { $in: agreements.map(({ connectionId }) => connectionId) } });
  return agreements.flatMap((agreement) => {
    const families = connections.find(({ id }) => id === agreement.connectionId);
    return daysOf(agreement, now, reader.context.county.timeZone).flatMap(({ day, at }) => {
      const meeting = { id: `${agreement.id}-${day.toString()}`, version: agreement.version, status: 'SCHEDULED' as const, scheduledFor: at, minutes };
      return families ? [{ meeting, contact: families.contact('CALL', at) }] : [];
    });
  });
}

/** The next days on which they talk, and when. */
function daysOf({ talkWeekday, talkTime }: RelationshipAgreement, now: Temporal.Instant, zone: string): { day: Temporal.PlainDate; at: Temporal.Instant }[] {
  if (!talkWeekday || !talkTime) return [];
  const today = now.toZonedDateTimeISO(zone).toPlainDate();
  const first = today.add({ days: (talkWeekday - today.dayOfWeek + 7) % 7 });
  return Array.from({ length: weeksAhead }, (_, week) => first.add({ weeks: week })).map((day) => ({ day, at: day.toZonedDateTime({ timeZone: zone, plainTime: talkTime }).toInstant() }));
}
