import { Role } from '@fc/auth';
import { Clock, type Id, type Span } from '@fc/domain-kernel';
import { rolesOnConnection, whenContactIsPossible, type CircleRole } from '@fc/subgraph';
import { CountyDb, type Reader } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { requireFacilitator } from '../introductory-meetings/facilitators.ts';
import { usualMinutes, type MeetingKind } from '../introductory-meetings/meeting-kind.ts';
import { channelOf, type MeetingSetting } from '../introductory-meetings/meeting-setting.ts';
import { MeetingSupportView } from '../meeting-supports/meeting-support.view.ts';
import { neededSupports, providersOf } from '../meeting-supports/needed-supports.ts';
import { actingPerson } from '../projections/acting-person.ts';
import { matchesOn } from '../projections/active-match.entity.ts';
import { familiesOf, FamilyConnection } from '../projections/family-connection.entity.ts';
import { appointmentsOf } from './appointments.ts';
import { FreeTimes } from './free-times.entity.ts';
import { requireLength } from './meeting-length.ts';
import { MeetingHoursView, MeetingSlotsView } from './scheduling.view.ts';
import { commonSlots, type NeededPerson } from './slots.ts';

/** How many slots are proposed, and how far ahead they are looked for. */
const wanted = 3;
const daysAhead = 14;

/** Who plans which meeting. The agency facilitates an icebreaker; the two mentors lead the other. */
const plannersOf: Readonly<Record<MeetingKind, readonly CircleRole[]>> = {
  CONNECTIONS_MEETING: [Role.COORDINATOR, Role.PARENT_ALLY, Role.CAREGIVER_MENTOR],
  ICEBREAKER: [Role.COORDINATOR, Role.CASEWORKER],
};

export interface SlotsWanted {
  readonly kind: MeetingKind;
  /** As long as such a meeting usually takes here, when left out. */
  readonly minutes?: number | null | undefined;
  readonly setting: `${MeetingSetting}`;
  /** Somebody of the agency who is to facilitate it too. */
  readonly facilitatorId?: Id<'Person'> | null | undefined;
}

/** Finds when exactly the people who are needed can meet: the two families, who leads or facilitates it, and whoever gives what they need for it. */
@Injectable()
export class MeetingSlots {
  constructor(
    private readonly db: CountyDb,
    private readonly clock: Clock,
  ) {}

  mine(): Promise<MeetingHoursView[]> {
    return this.db.read(async (reader) => ((await ownTimes(reader))?.hours ?? []).map((hours) => Object.assign(new MeetingHoursView(), hours)));
  }

  /** What they have said, or else what the county counts. */
  myTravel(): Promise<number> {
    return this.db.read(async (reader) => (await ownTimes(reader))?.travelMinutes ?? reader.context.county.settings.meetingTravelMinutes);
  }

  /** Null for whoever does not plan such meetings on this connection. Throws `MEETINGS.INVALID_LENGTH`, `MEETINGS.NOT_A_FACILITATOR`. */
  forMeeting(connectionId: Id<'FamilyConnection'>, { kind, setting, facilitatorId, ...wanted }: SlotsWanted): Promise<MeetingSlotsView | null> {
    return this.db.read(async (reader) => {
      const held = await rolesOnConnection(reader, connectionId);
      const connection = await reader.first(FamilyConnection, { id: connectionId });
      if (!connection || !held.some((role) => plannersOf[kind].includes(role))) return null;
      const minutes = requireLength(wanted.minutes, usualMinutes(kind, reader.context.county));
      if (facilitatorId) await requireFacilitator(reader, facilitatorId, this.clock.now());
      const leads = kind === 'CONNECTIONS_MEETING' ? Object.values(await matchesOn(reader, connection)).map((match) => match?.mentorId) : [];
      const supports = await neededSupports(reader, connectionId);
      const beside = [...new Set([...leads, facilitatorId, ...providersOf(supports)])].filter((person) => person != null);
      const needed = [...familiesOf(connection), ...beside];
      const { everybody, waitingForPersonIds } = await this.#timesOf(reader, needed, setting);
      const slots = waitingForPersonIds.length > 0 ? [] : await this.#find(reader, connection, beside, { everybody, minutes, setting });
      const openSupports = supports.filter(({ providedById }) => !providedById).map((support) => MeetingSupportView.from(support, []));
      return Object.assign(new MeetingSlotsView(), { slots: slots.map(({ opens: startsAt, closes: endsAt }) => ({ startsAt, endsAt })), waitingForPersonIds, openSupports });
    });
  }

  /** Nobody travels to a meeting by video. */
  async #timesOf(reader: Reader, needed: readonly Id<'Person'>[], setting: `${MeetingSetting}`): Promise<{ everybody: NeededPerson[]; waitingForPersonIds: Id<'Person'>[] }> {
    const said = new Map((await reader.rows(FreeTimes, { personId: { $in: [...needed] } })).map((times) => [times.personId, times]));
    const busyOf = await appointmentsOf(reader, needed, this.clock.now());
    const usually = reader.context.county.settings.meetingTravelMinutes;
    const everybody = needed.map((person) => ({ hours: said.get(person)?.hours ?? [], travelMinutes: setting === 'VIRTUAL' ? 0 : (said.get(person)?.travelMinutes ?? usually), busy: busyOf(person) }));
    return { everybody, waitingForPersonIds: needed.filter((person) => !said.has(person)) };
  }

  /** A slot against the ledger is passed over, and nothing tells it from one in which somebody has no time. */
  async #find(reader: Reader, connection: FamilyConnection, beside: readonly Id<'Person'>[], { everybody, minutes, setting }: { everybody: readonly NeededPerson[]; minutes: number } & Pick<SlotsWanted, 'setting'>): Promise<Span[]> {
    const now = this.clock.now();
    const zone = reader.context.county.timeZone;
    const within = { opens: now, closes: now.add({ hours: daysAhead * 24 }) };
    const isPossible = await whenContactIsPossible(reader, connection.contact(channelOf(setting), now, beside), within);
    const found: Span[] = [];
    for (const slot of commonSlots({ everybody, minutes, within, zone })) {
      const day = slot.opens.toZonedDateTimeISO(zone).toPlainDate();
      if (found.some((other) => other.opens.toZonedDateTimeISO(zone).toPlainDate().equals(day))) continue;
      if (!isPossible(slot)) continue;
      found.push(slot);
      if (found.length === wanted) break;
    }
    return found;
  }
}

const ownTimes = (reader: Reader): Promise<FreeTimes | null> => reader.first(FreeTimes, { personId: actingPerson(reader) });
