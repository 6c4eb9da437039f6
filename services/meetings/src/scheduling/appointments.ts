import { DomainError, Temporal, type Id, type Span } from '@fc/domain-kernel';
import type { Reader, Transaction } from '@fc/tenancy';

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
    from review_hearing planned ${families} where planned.status = 'PLANNED'
  union all
  select confirmed.appointment_at, support.connection_id, true, ${oneOf('confirmed.provided_by_id')}
    from support_confirmation confirmed join meeting_support support on support.id = confirmed.support_id and support.withdrawn_at is null
   where exists (select 1 from connections_meeting planned where planned.id = confirmed.meeting_id and planned.status = 'SCHEDULED' and planned.scheduled_for = confirmed.appointment_at)
      or exists (select 1 from icebreaker planned where planned.id = confirmed.meeting_id and planned.status = 'SCHEDULED' and planned.scheduled_for = confirmed.appointment_at)`;

const asText = `to_char(scheduled_for at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;

type People = readonly Id<'Person'>[];

/** The longest way of anybody, in minutes. */
export const longestTravel = 240;

/** When each of them is expected elsewhere, as far as it may still keep them from then on, ways not included. */
export async function appointmentsOf(reader: Reader, people: People, from: Temporal.Instant): Promise<(person: Id<'Person'>) => readonly Span[]> {
  const rows = await reader.sql<{ person: string; at: string }>(
    `select distinct person, ${asText} as at from (${planned}) appointment, unnest(people) person where person = any (string_to_array(?, ',')) and scheduled_for > ?::timestamptz order by 1, 2`,
    [people.join(), from.subtract({ minutes: usual + longestTravel }).toString()],
  );
  const spans = rows.map(({ person, at }) => ({ person, opens: Temporal.Instant.from(at), closes: Temporal.Instant.from(at).add({ minutes: usual }) }));
  return (person) => spans.filter((one) => one.person === person);
}

export interface FirstMeeting {
  readonly connectionId: Id<'FamilyConnection'>;
  /** Whoever plans it does so although somebody is expected elsewhere. */
  readonly despiteOverlap: boolean;
}

/**
 * Refuses a first meeting of two families while somebody who must be there is expected elsewhere. Their other first meetings are
 * no other place: siblings have one each, and all of them may be one gathering. Who it is, and where, is not said. Until the
 * transaction ends nobody else plans for any of them, so that of two plans that race for the same time one finds the other.
 * Throws `MEETINGS.OVERLAPS`.
 */
export async function requireFree(tx: Transaction, people: People, at: Temporal.Instant, { connectionId, despiteOverlap }: FirstMeeting): Promise<void> {
  await takeTurns(tx, people);
  if (despiteOverlap) return;
  const around = { opens: at.subtract({ minutes: usual }), closes: at.add({ minutes: usual }) };
  if (await isTaken(tx, people, around, connectionId)) throw overlaps();
}

/** Always in the same order, so that two plans never wait for each other. */
async function takeTurns(tx: Transaction, people: People): Promise<void> {
  for (const person of [...new Set(people)].sort()) await tx.sql(`select pg_advisory_xact_lock(hashtextextended('meetings of ' || ?, 0))`, [person]);
}

/** Whether something begins between the two, both excluded, that one of them is to be at, beside first meetings on that connection. */
async function isTaken(reader: Reader, people: People, { opens, closes }: Span, but: Id<'FamilyConnection'>): Promise<boolean> {
  const [taken] = await reader.sql(
    `select 1 as there from (${planned}) appointment
      where people && string_to_array(?, ',') and scheduled_for > ?::timestamptz and scheduled_for < ?::timestamptz and not (is_first_contact and connection_id is not distinct from ?::uuid) limit 1`,
    [people.join(), opens.toString(), closes.toString(), but],
  );
  return taken !== undefined;
}

const overlaps = (): DomainError => new DomainError('MEETINGS.OVERLAPS', 'Somebody who must be there is expected elsewhere at that time. Choose another time, or say that you plan it all the same.');
