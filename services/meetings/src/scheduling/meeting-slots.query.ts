import { Role } from '@fc/auth';
import { Clock, DomainError, type Id, type Span } from '@fc/domain-kernel';
import { isContactPossible, rolesOnConnection } from '@fc/subgraph';
import { CountyDb, type Reader } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { actingPerson } from '../projections/acting-person.ts';
import { matchesOn } from '../projections/active-match.entity.ts';
import { familiesOf, FamilyConnection } from '../projections/family-connection.entity.ts';
import { appointmentsOf } from './appointments.ts';
import { FreeTimes } from './free-times.entity.ts';
import { MeetingHoursView, MeetingSlotsView } from './scheduling.view.ts';
import { commonSlots } from './slots.ts';

/** How many slots are proposed, and how far ahead they are looked for. */
const wanted = 3;
const daysAhead = 14;
/** How many slots are tried against the ledger before giving up. */
const mostTries = 60;

/** Finds when exactly the people who are needed can meet. */
@Injectable()
export class MeetingSlots {
  constructor(
    private readonly db: CountyDb,
    private readonly clock: Clock,
  ) {}

  mine(): Promise<MeetingHoursView[]> {
    return this.db.read(async (reader) => {
      const [own] = await reader.rows(FreeTimes, { personId: actingPerson(reader) });
      return (own?.hours ?? []).map((hours) => Object.assign(new MeetingHoursView(), hours));
    });
  }

  /** Null for whoever does not plan meetings on this connection. Throws `MEETINGS.INVALID_LENGTH`. */
  forMeeting(connectionId: Id<'FamilyConnection'>, minutes: number): Promise<MeetingSlotsView | null> {
    return this.db.read(async (reader) => {
      const held = await rolesOnConnection(reader, connectionId);
      const connection = await reader.first(FamilyConnection, { id: connectionId });
      if (!connection || !held.some((role) => role === Role.COORDINATOR || role === Role.PARENT_ALLY || role === Role.CAREGIVER_MENTOR)) return null;
      if (!Number.isInteger(minutes) || minutes < 15 || minutes > 240) throw new DomainError('MEETINGS.INVALID_LENGTH', 'A meeting takes 15 to 240 minutes.');
      const { PARENT: ally, HOUSEHOLD: mentor } = await matchesOn(reader, connection);
      const leads = [ally?.mentorId, mentor?.mentorId].filter((lead) => lead !== undefined);
      const needed = [...familiesOf(connection), ...leads];
      const said = new Map((await reader.rows(FreeTimes, { personId: { $in: needed } })).map(({ personId, hours }) => [personId, hours]));
      const waitingForPersonIds = needed.filter((person) => !said.has(person));
      const slots = waitingForPersonIds.length > 0 ? [] : await this.#find(reader, connection, leads, { everybody: needed.map((person) => said.get(person) ?? []), minutes });
      return Object.assign(new MeetingSlotsView(), { slots: slots.map(({ opens: startsAt, closes: endsAt }) => ({ startsAt, endsAt })), waitingForPersonIds });
    });
  }

  /** A slot against the ledger is passed over, and nothing tells it from one in which somebody has no time. */
  async #find(reader: Reader, connection: FamilyConnection, leads: readonly Id<'Person'>[], { everybody, minutes }: { everybody: readonly FreeTimes['hours'][]; minutes: number }): Promise<Span[]> {
    const now = this.clock.now();
    const zone = reader.context.county.timeZone;
    const within = { opens: now, closes: now.add({ hours: daysAhead * 24 }) };
    const busy = await appointmentsOf(reader, [...familiesOf(connection), ...leads], now);
    const found: Span[] = [];
    let tries = 0;
    for (const slot of commonSlots({ everybody, busy, minutes, within, zone })) {
      const day = slot.opens.toZonedDateTimeISO(zone).toPlainDate();
      if (found.some((other) => other.opens.toZonedDateTimeISO(zone).toPlainDate().equals(day))) continue;
      if (++tries > mostTries) break;
      if (!(await isContactPossible(reader, { ...connection.contact('IN_PERSON', slot.opens, leads), until: slot.closes }))) continue;
      found.push(slot);
      if (found.length === wanted) break;
    }
    return found;
  }
}
