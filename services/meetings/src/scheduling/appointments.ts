import { DomainError, Temporal, type Id, type Span } from '@fc/domain-kernel';
import type { Reader, Transaction } from '@fc/tenancy';
import { spanOf, type Appointment } from './meeting-length.ts';

const families = 'join family_connection connection on connection.id = planned.connection_id';
const oneOf = (...people: string[]): string => `array_remove(array[${people.map((person) => `${person}::text`).join(', ')}], null)`;

const time = `planned.scheduled_for as opens_at, planned.scheduled_for + planned.minutes * interval '1 minute' as closes_at`;
const introductory = (table: 'connections_meeting' | 'icebreaker'): string => `select id, scheduled_for, minutes from ${table} where status = 'SCHEDULED'`;

/** Where somebody is expected, from when to when: what is planned, and who is to be there. Nobody is excused from a hearing by a meeting, so it is among them. */
const planned = `
  select ${time}, planned.connection_id, true as is_first_contact, ${oneOf('connection.parent_id', 'planned.facilitator_id')} || connection.caregiver_ids || planned.lead_ids || planned.relative_ids as people
    from connections_meeting planned ${families} where planned.status = 'SCHEDULED'
  union all
  select ${time}, planned.connection_id, true, ${oneOf('connection.parent_id', 'planned.facilitator_id')} || connection.caregiver_ids || planned.relative_ids
    from icebreaker planned ${families} where planned.status = 'SCHEDULED'
  union all
  select ${time}, planned.connection_id, false, ${oneOf('planned.parent_id', 'planned.planned_by')} || planned.other_parent_ids || planned.caregiver_ids || planned.relative_ids || planned.professional_ids
    from family_meeting planned where planned.status = 'SCHEDULED'
  union all
  select ${time}, planned.connection_id, false, ${oneOf('connection.parent_id')} || case when connection.closed_at is null then connection.caregiver_ids else '{}' end
    from review_hearing planned ${families} where planned.status = 'PLANNED'
  union all
  select ${time}, support.connection_id, true, ${oneOf('confirmed.provided_by_id')}
    from support_confirmation confirmed
    join meeting_support support on support.id = confirmed.support_id and support.withdrawn_at is null
    join (${introductory('connections_meeting')} union all ${introductory('icebreaker')}) planned on planned.id = confirmed.meeting_id and planned.scheduled_for = confirmed.appointment_at`;

const asText = (instant: 'opens_at' | 'closes_at'): string => `to_char(${instant} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;

type People = readonly Id<'Person'>[];

/** The longest way of anybody, in minutes. */
export const longestTravel = 240;

/** When each of them is expected elsewhere, as far as it may still keep them from then on, ways not included. */
export async function appointmentsOf(reader: Reader, people: People, from: Temporal.Instant): Promise<(person: Id<'Person'>) => readonly Span[]> {
  const rows = await reader.sql<{ person: string; opens: string; closes: string }>(
    `select distinct person, ${asText('opens_at')} as opens, ${asText('closes_at')} as closes from (${planned}) appointment, unnest(people) person
      where person = any (string_to_array(?, ',')) and closes_at > ?::timestamptz order by 1, 2`,
    [people.join(), from.subtract({ minutes: longestTravel }).toString()],
  );
  const spans = rows.map(({ person, opens, closes }) => ({ person, opens: Temporal.Instant.from(opens), closes: Temporal.Instant.from(closes) }));
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
export async function requireFree(tx: Transaction, people: People, appointment: Appointment, { connectionId, despiteOverlap }: FirstMeeting): Promise<void> {
  await takeTurns(tx, people);
  if (despiteOverlap) return;
  if (await isTaken(tx, people, spanOf(appointment), connectionId)) throw overlaps();
}

/** Always in the same order, so that two plans never wait for each other. */
async function takeTurns(tx: Transaction, people: People): Promise<void> {
  for (const person of [...new Set(people)].sort()) await tx.sql(`select pg_advisory_xact_lock(hashtextextended('meetings of ' || ?, 0))`, [person]);
}

/** Whether one of them is to be at something at any moment of it, beside first meetings on that connection. */
async function isTaken(reader: Reader, people: People, { opens, closes }: Span, but: Id<'FamilyConnection'>): Promise<boolean> {
  const [taken] = await reader.sql(
    `select 1 as there from (${planned}) appointment
      where people && string_to_array(?, ',') and closes_at > ?::timestamptz and opens_at < ?::timestamptz and not (is_first_contact and connection_id is not distinct from ?::uuid) limit 1`,
    [people.join(), opens.toString(), closes.toString(), but],
  );
  return taken !== undefined;
}

const overlaps = (): DomainError => new DomainError('MEETINGS.OVERLAPS', 'Somebody who must be there is expected elsewhere at that time. Choose another time, or say that you plan it all the same.');
