import { MeetingSuspendedV1 } from '@fc/contracts';
import { Clock, Temporal, type Id } from '@fc/domain-kernel';
import { PlannedContacts, type LedgerChange, type PlannedContact } from '@fc/subgraph';
import type { Transaction } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { AfterCaseInvitation } from '../after-case/after-case-invitation.entity.ts';
import { ComfortCall } from '../comfort-calls/comfort-call.entity.ts';
import { tellThatItIsOff } from '../connections-meetings/cancel-meeting.ts';
import { ConnectionsMeeting } from '../connections-meetings/connections-meeting.entity.ts';
import { keepDeadlines } from '../deadlines/keep-deadlines.ts';
import { tellThatItIsOff as tellOfFamilyMeeting } from '../family-meetings/call-off.ts';
import { FamilyMeeting } from '../family-meetings/family-meeting.entity.ts';
import { Icebreaker } from '../icebreakers/icebreaker.entity.ts';
import { tellThatItIsOff as tellOfIcebreaker } from '../icebreakers/tell-of-icebreaker.ts';
import { FamilyConnection } from '../projections/family-connection.entity.ts';

/** Appointments at which both are to be, whoever they are there: families, leads or facilitator. */
const appointments = (table: 'connections_meeting' | 'icebreaker', alsoThere: string): string =>
  `select planned.id from ${table} planned join family_connection connection on connection.id = planned.connection_id
    where planned.status = 'SCHEDULED'
      and array_remove(array[connection.parent_id::text, planned.facilitator_id::text], null) || connection.caregiver_ids || ${alsoThere} @> array[?, ?]
    order by planned.id`;

/** Family meetings in which both are, as whatever they are there. */
const familyMeetings = `select id from family_meeting where status = 'SCHEDULED'
    and array_remove(array[parent_id::text, planned_by::text], null) || other_parent_ids || caregiver_ids || relative_ids || professional_ids @> array[?, ?] order by id`;

/** What the two families have in mind after the case. */
const invitations = `select planned.id from after_case_invitation planned join family_connection connection on connection.id = planned.connection_id
    where planned.status in ('OPEN', 'ACCEPTED') and connection.parent_id::text || connection.caregiver_ids @> array[?, ?] order by planned.id`;

/** What is due between the two families, without an appointment, while the prohibition holds. */
const tasks = (table: 'comfort_call' | 'icebreaker' | 'deadline'): string =>
  `select due.id from ${table} due join family_connection connection on connection.id = due.connection_id
    where due.status = 'OPEN' and ?::timestamptz <= greatest(due.closes_at, ?::timestamptz) and ?::timestamptz > ?::timestamptz
      and connection.parent_id::text || connection.caregiver_ids @> array[?, ?]
    order by due.id`;

/** First calls, meetings and invitations, as the contact ledger comes to forbid them. */
@Injectable()
export class PlannedMeetings extends PlannedContacts {
  constructor(private readonly clock: Clock) {
    super();
  }

  override async suspendForbidden(tx: Transaction, change: LedgerChange): Promise<void> {
    const now = this.clock.now();
    const touched = new Set(await this.#suspendTasks(tx, change, now));
    for (const id of await idsOf(tx, appointments('connections_meeting', 'planned.lead_ids || planned.relative_ids'), [...change.people])) {
      const meeting = await tx.lock(ConnectionsMeeting, id);
      const families = await tx.get(FamilyConnection, meeting.connectionId);
      if (!(await change.forbids(asItStands(meeting.contact(families), now))) || !meeting.suspend()) continue;
      sayWhich(tx, meeting, now);
      touched.add(meeting.connectionId);
      tellThatItIsOff(tx, meeting, families);
    }
    for (const id of await idsOf(tx, appointments('icebreaker', 'planned.relative_ids'), [...change.people])) {
      const icebreaker = await tx.lock(Icebreaker, id);
      const families = await tx.get(FamilyConnection, icebreaker.connectionId);
      const contact = icebreaker.contact(families);
      if (!contact || !(await change.forbids(asItStands(contact, now))) || !icebreaker.suspend(now)) continue;
      sayWhich(tx, icebreaker, now);
      touched.add(icebreaker.connectionId);
      tellOfIcebreaker(tx, icebreaker, icebreaker.peopleWith(families));
    }
    for (const id of await idsOf(tx, familyMeetings, [...change.people])) {
      const meeting = await tx.lock(FamilyMeeting, id);
      if ((await change.forbids(asItStands(meeting.contact(), now))) && meeting.suspend()) tellOfFamilyMeeting(tx, meeting);
    }
    for (const id of await idsOf(tx, invitations, [...change.people])) {
      const invitation = await tx.lock(AfterCaseInvitation, id);
      if (await change.forbids(asItStands(invitation.contact(await tx.get(FamilyConnection, invitation.connectionId)), now))) invitation.suspend();
    }
    for (const connectionId of touched) await keepDeadlines(tx, connectionId, now);
  }

  /** A prohibition at some hours of the week leaves other hours for it. Answers whose connections were touched. */
  async #suspendTasks(tx: Transaction, { people, prohibited }: LedgerChange, now: Temporal.Instant): Promise<Id<'FamilyConnection'>[]> {
    if (!prohibited || prohibited.hours.length > 0) return [];
    const { opens, closes } = prohibited.time;
    const during = [opens.toString(), now.toString(), closes.toString(), now.toString(), ...people];
    const due = (table: 'comfort_call' | 'icebreaker'): Promise<string[]> => idsOf(tx, tasks(table), during);
    const touched: Id<'FamilyConnection'>[] = [];
    const suspend = (task: ComfortCall | Icebreaker): void => {
      task.suspend(now);
      touched.push(task.connectionId);
    };
    if (prohibited.channels.includes('MESSAGE')) await tx.sql(`update deadline set status = 'SUSPENDED', look_at = null where kind = 'AGREEMENT_REVIEW' and opens_at < ?::timestamptz and id in (${tasks('deadline')})`, [closes.toString(), ...during]);
    if (prohibited.channels.includes('CALL')) for (const id of await due('comfort_call')) suspend(await tx.lock(ComfortCall, id));
    if (!prohibited.channels.includes('IN_PERSON')) return touched;
    for (const id of await due('icebreaker')) suspend(await tx.lock(Icebreaker, id));
    // That the two families should meet: a task too, before anybody has planned it.
    await tx.sql(`update deadline set status = 'SUSPENDED', look_at = null where kind = 'CONNECTIONS_MEETING' and planned_for is null and id in (${tasks('deadline')})`, during);
    return touched;
  }
}

/** Until it begins it is planned for all its time. Whoever sits together already was asked about when they began, and ends it by themselves: what took place is written down. */
const asItStands = ({ until, ...beginning }: PlannedContact, now: Temporal.Instant): PlannedContact => (until && Temporal.Instant.compare(beginning.at, now) > 0 ? { ...beginning, until } : beginning);

const idsOf = async (tx: Transaction, query: string, parameters: readonly string[]): Promise<string[]> => (await tx.sql<{ id: string }>(query, parameters)).map(({ id }) => id);

const sayWhich = (tx: Transaction, { id, connectionId }: { id: string; connectionId: Id<'FamilyConnection'> }, now: Temporal.Instant): void =>
  tx.emit(MeetingSuspendedV1, { meetingId: id as Id<'IntroductoryMeeting'>, connectionId, suspendedAt: now.toString() });
