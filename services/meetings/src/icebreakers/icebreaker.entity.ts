import { icebreakerWindow, newId, requireFuture, requireNotBefore, requirePast, returnHomeWindow, Temporal, type DayCounting, type DueWindow, type Id } from '@fc/domain-kernel';
import type { PlannedContact } from '@fc/subgraph';
import { column, defineEntity, make, type County } from '@fc/tenancy';
import { titleOf, type AgendaItem } from '../connections-meetings/agenda-item.entity.ts';
import { notedByAbsent, notYet } from '../connections-meetings/connections-meeting.errors.ts';
import { channelOf, meetingSettings, requirePlace, type MeetingSetting } from '../introductory-meetings/meeting-setting.ts';
import { familiesOf, type FamilyConnection } from '../projections/family-connection.entity.ts';
import { earliestStart, type Placement } from '../projections/placement.entity.ts';
import { requireFewRelatives } from '../introductory-meetings/relatives.ts';
import { timeOf, type Appointment } from '../scheduling/meeting-length.ts';
import { explainIfLate, keepWindow, moveWindow, windowColumns, type MissReason } from '../windows/due-window.ts';
import { offColumns, wasStillPossible } from '../windows/still-possible.ts';
import { icebreakerPurposes, type IcebreakerPurpose, type IcebreakerTopic } from './icebreaker-topic.ts';
import { icebreakerOver, noFacilitator, notFacilitating, notScheduled } from './icebreaker.errors.ts';

export enum IcebreakerStatus {
  OPEN = 'OPEN',
  SCHEDULED = 'SCHEDULED',
  HELD = 'HELD',
  CLOSED = 'CLOSED',
  SUSPENDED = 'SUSPENDED',
}
const statuses: readonly `${IcebreakerStatus}`[] = Object.values(IcebreakerStatus);

const schema = defineEntity({
  name: 'Icebreaker',
  tableName: 'icebreaker',
  uniques: [{ name: 'icebreaker_one_open', properties: ['placementId', 'connectionId', 'startedBy'], where: `status in ('OPEN', 'SCHEDULED')` }],
  properties: {
    id: column.id<'Icebreaker'>(),
    connectionId: column.ref<'FamilyConnection'>().index(),
    /** What brought the two families together; of a return home the placement that it ended. */
    placementId: column.ref<'Placement'>(),
    childId: column.ref<'Child'>(),
    ...windowColumns(),
    status: column.oneOf(statuses),
    scheduledFor: column.instant().nullable(),
    /** How long the appointment takes, where there is one. */
    minutes: column.integer().default(60),
    place: column.text().nullable(),
    setting: column.oneOf(meetingSettings).nullable(),
    facilitatorId: column.ref<'Person'>().nullable(),
    /** Relatives of the children who come too; of one that was held, who came. */
    relativeIds: column.texts().$type<Id<'Person'>[]>().defaultRaw(`'{}'`),
    heldAt: column.instant().nullable(),
    ...offColumns(),
    /** When the last appointment was called off because somebody who was needed did not come. */
    noShowAt: column.instant().nullable(),
    purposes: column.texts().$type<IcebreakerPurpose[]>(),
    topics: column.texts().$type<IcebreakerTopic[]>(),
    version: column.version(),
  },
});

export interface IcebreakerPlan {
  readonly scheduledFor: Temporal.Instant;
  readonly minutes: number;
  readonly place: string;
  readonly setting: MeetingSetting;
  readonly facilitatorId: Id<'Person'>;
  readonly relativeIds?: readonly Id<'Person'>[] | undefined;
}

export interface IcebreakerRecord {
  readonly heldAt: Temporal.Instant;
  readonly facilitatorId?: Id<'Person'> | null | undefined;
  /** Who came of the relatives; those who were to come, when left out. */
  readonly relativeIds?: readonly Id<'Person'>[] | null | undefined;
  /** Where it took place; where it was planned, when left out. */
  readonly setting?: `${MeetingSetting}` | null | undefined;
  readonly purposes: readonly IcebreakerPurpose[];
  readonly topics: readonly IcebreakerTopic[];
  readonly missReason?: `${MissReason}` | null | undefined;
}

/** Within what an icebreaker took place. */
interface Around {
  readonly placement: Placement;
  readonly zone: string;
  readonly now: Temporal.Instant;
}

/** As `Around`, with its agenda as it is written down so far. */
interface AroundHeld extends Around {
  readonly agenda: readonly Pick<AgendaItem, 'key' | 'ownTitle' | 'coveredBy'>[];
}

/**
 * A facilitated first meeting of the two families, due on day 3 to 5 after a placement or a return home: first a task, then an appointment, then held.
 * It is a first step: nothing that is due later is done by it (R69).
 */
export class Icebreaker extends schema.class {
  static due(connectionId: Id<'FamilyConnection'>, placement: Placement, county: County): Icebreaker {
    return unplanned({ connectionId, placementId: placement.id, childId: placement.childId }, icebreakerWindow({ placedAt: placement.start(), ...daysOf(county) }));
  }

  /** The child has gone home: the families meet once more (R03). */
  static atReturnHome(stay: Stay, returnedAt: Temporal.Instant, county: County): Icebreaker {
    return unplanned(stay, returnHomeWindow({ returnedAt, ...daysOf(county) }));
  }

  /** As `ComfortCall.recount`. */
  recount(placement: Placement, county: County): void {
    if (this.status === 'HELD' || this.status === 'CLOSED' || isOfReturnHome(this)) return;
    const days = this.rule.includes('BUSINESS') ? 'BUSINESS' : 'CALENDAR';
    Object.assign(this, moveWindow(icebreakerWindow({ placedAt: placement.start(), ...daysOf(county), days })));
  }

  /** Also plans anew what was suspended: nothing else brings it back. Throws `DATE_IN_PAST`, `MEETINGS.TOO_MANY_RELATIVES`, `MEETINGS.ALREADY_HELD`, `MEETINGS.NO_LONGER_DUE`. */
  schedule({ scheduledFor, minutes, place, setting, facilitatorId, relativeIds = [] }: IcebreakerPlan, now: Temporal.Instant): void {
    if (this.status === 'HELD' || this.status === 'CLOSED') throw icebreakerOver(this.status);
    const appointment = { scheduledFor: requireFuture(scheduledFor, now, 'The icebreaker'), minutes, place: requirePlace(place, setting), setting, facilitatorId, relativeIds: requireFewRelatives(relativeIds) };
    Object.assign(this, appointment);
    this.noShowAt = null;
    this.suspendedAt = null;
    this.status = 'SCHEDULED';
  }

  /**
   * It took place, planned or not; answers whether a missed window was explained by it.
   * Throws `MEETINGS.NO_FACILITATOR`, `MEETINGS.TOO_MANY_RELATIVES`, `MEETINGS.REASON_NEEDED`, `DATE_IN_FUTURE`, `DATE_TOO_EARLY`,
   * `MEETINGS.NOTED_BY_ABSENT` where somebody else has written something down, and for what was over by then why.
   */
  hold({ heldAt, facilitatorId, relativeIds, setting, purposes, topics, missReason }: IcebreakerRecord, { agenda, ...around }: AroundHeld): boolean {
    if (this.status !== 'OPEN' && this.status !== 'SCHEDULED' && !wasStillPossible(this, heldAt)) throw icebreakerOver(this.status);
    this.requireTookPlace(heldAt, around);
    const came = this.whoCame({ facilitatorId, relativeIds });
    if (!came.facilitatorId) throw noFacilitator();
    const byAbsent = agenda.filter(({ coveredBy }) => coveredBy && coveredBy !== came.facilitatorId);
    if (byAbsent.length > 0) throw notedByAbsent(byAbsent.map(titleOf));
    const explained = explainIfLate(this, heldAt, missReason);
    Object.assign(this, came);
    if (setting && setting !== this.setting) Object.assign(this, { setting, place: null }); // it was not where it was planned
    this.status = 'HELD';
    this.heldAt = heldAt;
    this.purposes = icebreakerPurposes.filter((purpose) => purposes.includes(purpose));
    this.topics = [...new Set(topics)];
    return explained;
  }

  /** The appointment, as the contact ledger is asked about it; null while it has none. */
  contact(connection: FamilyConnection): PlannedContact | null {
    const { scheduledFor, minutes, setting, facilitatorId, relativeIds } = this;
    return scheduledFor ? contactOf(connection, { scheduledFor, minutes, setting, facilitatorId, relativeIds }) : null;
  }

  /** Everybody who is to come: the parent, the caregivers, relatives and whoever facilitates it, given who the families are. */
  peopleWith(families: Pick<FamilyConnection, 'parentId' | 'caregiverIds'>): readonly Id<'Person'>[] {
    return [...familiesOf(families), ...this.relativeIds, ...facilitatorOf(this)];
  }

  /** As `peopleWith`, without the relatives: they come if they can. */
  neededWith(families: Pick<FamilyConnection, 'parentId' | 'caregiverIds'>): readonly Id<'Person'>[] {
    return [...familiesOf(families), ...facilitatorOf(this)];
  }

  /** Who was there beside the two families: whoever somebody names, or else was to come. What was not planned had nobody to come. */
  whoCame({ facilitatorId, relativeIds }: Pick<IcebreakerRecord, 'facilitatorId' | 'relativeIds'>): Pick<Icebreaker, 'facilitatorId' | 'relativeIds'> {
    const planned = this.status === 'SCHEDULED';
    return { facilitatorId: facilitatorId ?? (planned ? this.facilitatorId : null), relativeIds: requireFewRelatives(relativeIds ?? (planned ? this.relativeIds : [])) };
  }

  /** That it may have taken place then. Throws `DATE_IN_FUTURE`, `DATE_TOO_EARLY`. */
  requireTookPlace(at: Temporal.Instant, { now, ...around }: Around): void {
    requirePast(at, now, 'The icebreaker');
    requireNotBefore(at, this.earliest(around), 'The icebreaker', isOfReturnHome(this) ? 'the return home' : 'the placement');
  }

  /** The first instant at which it can have taken place. */
  earliest({ placement, zone }: Pick<Around, 'placement' | 'zone'>): Temporal.Instant {
    return isOfReturnHome(this) ? this.clockStart : earliestStart(placement.start(), zone);
  }

  /** Lets whoever facilitates it, and nobody else, write down what was talked about at that time. Throws `MEETINGS.NOT_FACILITATING`, `MEETINGS.NOT_SCHEDULED`, and for what is over why. */
  requireFacilitatedBy(person: Id<'Person'>, at: Temporal.Instant): void {
    if (this.facilitatorId !== person) throw notFacilitating();
    if (this.status !== 'HELD' && !wasStillPossible(this, at)) appointmentOf(this);
  }

  /** A topic was written down after the icebreaker was held. */
  alsoAbout(topic: IcebreakerTopic): void {
    if (this.status === 'HELD' && !this.topics.includes(topic)) this.topics = [...this.topics, topic];
  }

  /** Calls the appointment off: it is a task again, and its time stays there for the calendars that have it. Throws `MEETINGS.NOT_SCHEDULED`, and for what is over why. */
  cancel(): void {
    appointmentOf(this);
    this.status = 'OPEN';
  }

  /** As `cancel`, because somebody who was needed did not come. Throws `MEETINGS.NOT_YET` before its time. */
  noShow(now: Temporal.Instant): void {
    if (Temporal.Instant.compare(now, appointmentOf(this)) < 0) throw notYet();
    this.status = 'OPEN';
    this.noShowAt = now;
  }

  /** The child lives there no longer, from then on. What has been held stays held. Answers whether an appointment was called off by it. */
  close(at: Temporal.Instant): boolean {
    const planned = this.status === 'SCHEDULED';
    if (this.status === 'HELD' || this.status === 'CLOSED') return planned;
    this.status = 'CLOSED';
    this.closedAt = at;
    return planned;
  }

  /** Both families wish to stay in touch after the case: they may meet once more after the return home. Nothing else comes back so. */
  reopen(): void {
    if (this.status !== 'CLOSED' || !isOfReturnHome(this)) return;
    this.status = 'OPEN';
    this.closedAt = null;
    this.suspendedAt = null;
  }

  /** Answers whether an appointment was suspended by it. */
  suspend(at: Temporal.Instant): boolean {
    const planned = this.status === 'SCHEDULED';
    if (!planned && this.status !== 'OPEN') return false;
    this.status = 'SUSPENDED';
    this.suspendedAt = at;
    return planned;
  }
}
schema.setClass(Icebreaker);
export const icebreakerSchema = schema;

/** An appointment of the two families, with relatives and whoever facilitates it, all the time that it takes, as the contact ledger is asked about it. */
export const contactOf = (connection: FamilyConnection, planned: Appointment & Beside): PlannedContact => ({ ...contactAt(connection, planned.scheduledFor, planned), ...timeOf(planned) });

/** As `contactOf`, of a moment at which it took place. */
export const contactAt = (connection: FamilyConnection, at: Temporal.Instant, beside: Beside): PlannedContact => connection.contact(channelOf(beside.setting), at, facilitatorOf(beside), beside.relativeIds);

interface Beside {
  readonly setting?: `${MeetingSetting}` | null | undefined;
  readonly facilitatorId?: Id<'Person'> | null | undefined;
  readonly relativeIds?: readonly Id<'Person'>[] | undefined;
}

const facilitatorOf = ({ facilitatorId }: Beside): readonly Id<'Person'>[] => (facilitatorId ? [facilitatorId] : []);

/** In which home the child was, on which connection. */
export type Stay = Pick<Icebreaker, 'connectionId' | 'placementId' | 'childId'>;

const unplanned = ({ connectionId, placementId, childId }: Stay, window: DueWindow): Icebreaker =>
  make(Icebreaker, {
    ...{ id: newId<'Icebreaker'>(), connectionId, placementId, childId, ...keepWindow(window), status: 'OPEN' },
    ...{ scheduledFor: null, minutes: 60, place: null, setting: null, facilitatorId: null, relativeIds: [], heldAt: null, suspendedAt: null, closedAt: null, noShowAt: null, purposes: [], topics: [] },
  });

const daysOf = ({ settings, timeZone: zone }: County): DayCounting => ({ zone, days: settings.icebreakerDays, holidays: settings.holidays.map((day) => Temporal.PlainDate.from(day)) });

/** Made at a child's exit from care to home, and not at a placement. */
export const isOfReturnHome = ({ startedBy }: Pick<Icebreaker, 'startedBy'>): boolean => startedBy === 'RETURN_HOME';

/** Throws `MEETINGS.NOT_SCHEDULED`, and for what is over why. */
function appointmentOf({ status, scheduledFor }: Icebreaker): Temporal.Instant {
  if (status === 'OPEN' || !scheduledFor) throw notScheduled();
  if (status !== 'SCHEDULED') throw icebreakerOver(status);
  return scheduledFor;
}
