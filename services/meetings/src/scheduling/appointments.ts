import { DomainError, Temporal, type Id, type Span } from '@fc/domain-kernel';
import type { Reader } from '@fc/tenancy';

/** How long an appointment keeps somebody, in minutes, the way there and back included. */
const away = { before: 30, after: 90 };
/** How long a meeting takes of which nobody has said how long, in minutes. */
const usual = 60;

const families = 'join family_connection connection on connection.id = planned.connection_id';
const oneOf = (...people: string[]): string => `array_remove(array[${people.map((person) => `${person}::text`).join(', ')}], null)`;

/** Where somebody is expected: what is planned, and who is to be there. Nobody is excused from a hearing by a meeting, so it is among them. */
const planned = `
  select planned.scheduled_for, planned.connection_id, true as is_first_contact, ${oneOf('connection.parent_id', 'planned.facilitator_id')} || connection.caregiver_ids || planned.lead_ids || planned.relative_ids as people
    from connections_meeting planned ${families} where planned.status = 'SCHEDULED'
  union all
  select planned.scheduled_for, planned.connection_id, true, ${oneOf('connection.parent_id', 'planned.facilitator_id')} || connection.caregiver_ids
    from icebreaker planned ${families} where planned.status = 'SCHEDULED'
  union all
  select planned.scheduled_for, planned.connection_id, false, ${oneOf('planned.parent_id', 'planned.planned_by')} || planned.other_parent_ids || planned.caregiver_ids || planned.relative_ids || planned.professional_ids
    from family_meeting planned where planned.status = 'SCHEDULED'
  union all
  select planned.scheduled_for, planned.connection_id, false, ${oneOf('connection.parent_id')} || connection.caregiver_ids
    from review_hearing planned ${families} where planned.status = 'PLANNED'`;

type People = readonly Id<'Person'>[];

/** When any of them is expected elsewhere, from then on, the way there and back included. */
export async function appointmentsOf(reader: Reader, people: People, from: Temporal.Instant): Promise<Span[]> {
  const starts = await startsOf(reader, people, { opens: from.subtract({ minutes: away.after }), closes: null });
  return starts.map((at) => ({ opens: at.subtract({ minutes: away.before }), closes: at.add({ minutes: away.after }) }));
}

/**
 * Refuses a first meeting of two families while somebody who must be there is expected elsewhere. Their other first meetings are
 * no other place: siblings have one each, and all of them may be one gathering. Who it is, and where, is not said. Throws `MEETINGS.OVERLAPS`.
 */
export async function requireFree(reader: Reader, people: People, at: Temporal.Instant, { connectionId }: { connectionId: Id<'FamilyConnection'> }): Promise<void> {
  const around = { opens: at.subtract({ minutes: usual }), closes: at.add({ minutes: usual }) };
  if ((await startsOf(reader, people, around, connectionId)).length > 0) throw overlaps();
}

/** When something begins between the two, both excluded, that one of them is to be at. */
async function startsOf(reader: Reader, people: People, { opens, closes }: { opens: Temporal.Instant; closes: Temporal.Instant | null }, but: Id<'FamilyConnection'> | null = null): Promise<Temporal.Instant[]> {
  const rows = await reader.sql<{ at: string }>(
    `select to_char(scheduled_for at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at from (${planned}) appointment
      where people && string_to_array(?, ',') and scheduled_for > ?::timestamptz and (?::timestamptz is null or scheduled_for < ?::timestamptz)
        and not (is_first_contact and connection_id is not distinct from ?::uuid)
      order by 1`,
    [people.join(), opens.toString(), closes?.toString() ?? null, closes?.toString() ?? null, but],
  );
  return rows.map((row) => Temporal.Instant.from(row.at));
}

const overlaps = (): DomainError => new DomainError('MEETINGS.OVERLAPS', 'Somebody who must be there is expected elsewhere at that time. Choose another time, or say that you plan it all the same.');
