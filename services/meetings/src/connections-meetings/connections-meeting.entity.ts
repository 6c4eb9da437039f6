import { connectionsMeetingWindow, newId, requireFuture, requireNotBefore, requirePast, Temporal, type Id } from '@fc/domain-kernel';
import type { PlannedContact } from '@fc/subgraph';
import { column, defineEntity, make, type County } from '@fc/tenancy';
import { notInvited } from '../family-meetings/family-meeting.errors.ts';
import { channelOf, meetingSettings, requirePlace, type MeetingSetting } from '../introductory-meetings/meeting-setting.ts';
import { requireFewRelatives } from '../introductory-meetings/relatives.ts';
import type { Readiness } from '../preparation/readiness.ts';
import type { Matches } from '../projections/active-match.entity.ts';
import { connectionSides } from '../projections/connection-side.ts';
import { familiesOf, type FamilyConnection } from '../projections/family-connection.entity.ts';
import { requireLength, timeOf, type Appointment } from '../scheduling/meeting-length.ts';
import { explainIfLate, keepWindow, laterOf, windowColumns, type KeptWindow, type MissReason } from '../windows/due-window.ts';
import { titleOf, type AgendaItem } from './agenda-item.entity.ts';
import { agendaOpen, meetingOver, notALead, notAllCame, notedByAbsent, notMatched, notPrepared, notThere, notYet, planNeeded } from './connections-meeting.errors.ts';

export enum ConnectionsMeetingStatus {
  SCHEDULED = 'SCHEDULED',
  HELD = 'HELD',
  BROKEN_OFF = 'BROKEN_OFF',
  CANCELLED = 'CANCELLED',
  SUSPENDED = 'SUSPENDED',
}
const statuses: readonly `${ConnectionsMeetingStatus}`[] = Object.values(ConnectionsMeetingStatus);

const schema = defineEntity({
  name: 'ConnectionsMeeting',
  tableName: 'connections_meeting',
  uniques: [{ name: 'connections_meeting_one_first', properties: ['connectionId'], where: `status in ('SCHEDULED', 'HELD')` }],
  properties: {
    id: column.id<'ConnectionsMeeting'>(),
    connectionId: column.ref<'FamilyConnection'>().index(),
    status: column.oneOf(statuses),
    scheduledFor: column.instant(),
    /** How long it takes. */
    minutes: column.integer().default(60),
    place: column.text(),
    setting: column.oneOf(meetingSettings),
    /** The accepted Parent Ally and the accepted Caregiver Mentor. */
    leadIds: column.texts().$type<Id<'Person'>[]>(),
    /** Somebody of the agency, when the meeting is to count as the icebreaker too. */
    facilitatorId: column.ref<'Person'>().nullable(),
    /** Relatives of the children who come too. */
    relativeIds: column.texts().$type<Id<'Person'>[]>(),
    /** The earliest that it can have taken place: both sides had their mentor and, as far as they were not let off it, had prepared. Null for an old one of which both were. */
    preparedAt: column.instant().nullable(),
    ...windowColumns(),
    /** When it took place; of one that was broken off, until when. */
    heldAt: column.instant().nullable(),
    /** Who came; null while nobody has said so. */
    cameIds: column.texts().$type<Id<'Person'>[]>().nullable(),
    /** When it was called off because somebody who was needed did not come. */
    noShowAt: column.instant().nullable(),
    version: column.version(),
  },
});

type Families = Pick<FamilyConnection, 'parentId' | 'caregiverIds'>;

export interface MeetingPlan {
  readonly connectionId: Id<'FamilyConnection'>;
  readonly scheduledFor: Temporal.Instant;
  /** As long as such a meeting usually takes in the county, when left out. */
  readonly minutes?: number | null | undefined;
  readonly place: string;
  readonly setting: `${MeetingSetting}`;
  readonly facilitatorId?: Id<'Person'> | null | undefined;
  readonly relativeIds?: readonly Id<'Person'>[] | undefined;
}

/** The first meeting of two families, led together by the Parent Ally and the Caregiver Mentor. */
export class ConnectionsMeeting extends schema.class {
  /** Throws `MEETINGS.NOT_MATCHED` (R13), `MEETINGS.NOT_PREPARED` (R14), `MEETINGS.TOO_MANY_RELATIVES`, `MEETINGS.INVALID_LENGTH`, `DATE_IN_PAST`, `TEXT_...`. */
  static schedule(plan: MeetingPlan, { matches, readiness, county, now }: { matches: Matches; readiness: Readiness; county: County; now: Temporal.Instant }): ConnectionsMeeting {
    const { PARENT: ally, HOUSEHOLD: mentor } = matches;
    if (!ally || !mentor) throw notMatched(connectionSides.filter((side) => !matches[side]));
    if (readiness.unprepared.length > 0) throw notPrepared(readiness.unprepared);
    const from = laterOf(ally.acceptedAt, mentor.acceptedAt);
    return make(ConnectionsMeeting, {
      id: newId<'ConnectionsMeeting'>(),
      connectionId: plan.connectionId,
      status: 'SCHEDULED',
      scheduledFor: requireFuture(plan.scheduledFor, now, 'The meeting'),
      minutes: requireLength(plan.minutes, county.settings.meetingMinutes.connectionsMeeting),
      place: requirePlace(plan.place, plan.setting),
      setting: plan.setting,
      leadIds: [ally.mentorId, mentor.mentorId],
      facilitatorId: plan.facilitatorId ?? null,
      relativeIds: requireFewRelatives(plan.relativeIds ?? []),
      preparedAt: readiness.preparedAt ? laterOf(readiness.preparedAt, from) : from,
      ...keepWindow(connectionsMeetingWindow({ from, days: county.settings.connectionsMeetingTargetDays, zone: county.timeZone })),
      heldAt: null,
      cameIds: null,
      noShowAt: null,
    });
  }

  /** Its target is the one that was due already, whatever the county has decided since, with what was said of why it was missed. */
  goBy({ rule, startedBy, clockStart, opensAt, closesAt, missReason }: KeptWindow): void {
    Object.assign(this, { rule, startedBy, clockStart, opensAt, closesAt, missReason });
  }

  /** Lets one of the two leads go on who is there, and nobody else (R15). Throws `MEETINGS.NOT_A_LEAD`, `MEETINGS.NOT_THERE`, and for a meeting that is not planned why not. */
  requireLedBy(person: Id<'Person'>): void {
    this.requireOneOfLeads(person);
    if (this.cameIds && !this.cameIds.includes(person)) throw notThere();
  }

  /** As `requireLedBy`, for a lead who may have been taken for absent. */
  requireOneOfLeads(person: Id<'Person'>): void {
    if (!this.leadIds.includes(person)) throw notALead();
    if (this.status !== 'SCHEDULED') throw meetingOver(this.status);
  }

  /** Who came, said by a lead who did; it takes the place of what was said before. Throws as `requireOneOfLeads`, `MEETINGS.NOT_THERE`, `MEETINGS.NOT_INVITED`. */
  noteWhoCame(cameIds: readonly Id<'Person'>[], { by, families }: { by: Id<'Person'>; families: Families }): void {
    this.requireOneOfLeads(by);
    const invited = this.peopleWith(families);
    if (!cameIds.includes(by)) throw notThere();
    if (cameIds.some((person) => !invited.includes(person))) throw notInvited();
    this.cameIds = [...new Set(cameIds)];
  }

  /** Both leads, the parent and a caregiver came. Throws `MEETINGS.NOT_ALL_CAME`. */
  requireAllCame(families: Families): void {
    const came = whoCame(this, this.peopleWith(families));
    const isThere = (person: Id<'Person'>): boolean => came.includes(person);
    if (![...this.leadIds, families.parentId].every(isThere) || !families.caregiverIds.some(isThere)) throw notAllCame();
  }

  /**
   * It took place; answers whether a missed target was explained by it. Throws `MEETINGS.AGENDA_OPEN`, `MEETINGS.PLAN_NEEDED`,
   * `MEETINGS.REASON_NEEDED`, `DATE_IN_FUTURE`, `DATE_TOO_EARLY`, and for a meeting that is not planned why not.
   */
  hold({ heldAt, missReason }: { heldAt: Temporal.Instant; missReason?: `${MissReason}` | null | undefined }, { agenda, hasPlan, now }: { agenda: readonly AgendaItem[]; hasPlan: boolean; now: Temporal.Instant }): boolean {
    if (this.status !== 'SCHEDULED') throw meetingOver(this.status);
    const open = agenda.filter((item) => item.required && !item.coveredAt).map(titleOf);
    if (open.length > 0) throw agendaOpen(open);
    if (!hasPlan) throw planNeeded();
    this.requireTookPlace(heldAt, now);
    const explained = explainIfLate(this, heldAt, missReason);
    this.status = 'HELD';
    this.heldAt = heldAt;
    return explained;
  }

  /**
   * It had begun and came to an end before its agenda did: what took place stays written down. Throws `MEETINGS.NOTED_BY_ABSENT` where
   * a lead has written something down who did not come, `DATE_IN_FUTURE`, `DATE_TOO_EARLY`, and for a meeting that is not planned why not.
   */
  breakOff(endedAt: Temporal.Instant, { agenda, now }: { agenda: readonly AgendaItem[]; now: Temporal.Instant }): void {
    if (this.status !== 'SCHEDULED') throw meetingOver(this.status);
    this.requireTookPlace(endedAt, now);
    const byAbsent = agenda.filter(({ coveredBy }) => coveredBy && this.cameIds && !this.cameIds.includes(coveredBy));
    if (byAbsent.length > 0) throw notedByAbsent(byAbsent.map(titleOf));
    this.status = 'BROKEN_OFF';
    this.heldAt = endedAt;
  }

  /** That it may have taken place then. Throws `DATE_IN_FUTURE`, `DATE_TOO_EARLY`. */
  requireTookPlace(at: Temporal.Instant, now: Temporal.Instant): void {
    requirePast(at, now, 'The meeting');
    if (this.preparedAt) requireNotBefore(at, this.preparedAt, 'The meeting', 'the match and the preparation');
  }

  /** The families and everybody who is to be there, all the time that it takes, as the contact ledger is asked about it; or about another time for it. */
  contact(connection: FamilyConnection, planned: Appointment & Pick<MeetingPlan, 'setting'> = this): PlannedContact {
    return { ...connection.contact(channelOf(planned.setting), planned.scheduledFor, whoLead(this), this.relativeIds), ...timeOf(planned) };
  }

  /** Those who came, at the time at which it took place, as the contact ledger is asked about it. */
  contactOfThoseWhoCame(connection: FamilyConnection, at: Temporal.Instant, came: readonly Id<'Person'>[]): PlannedContact {
    const there = (people: readonly Id<'Person'>[]): Id<'Person'>[] => people.filter((person) => came.includes(person));
    return { channel: channelOf(this.setting), at, between: there([connection.parentId, ...this.relativeIds]), and: there(connection.caregiverIds), alsoPresent: there(whoLead(this)) };
  }

  /** To another time or place, or onto a screen. Throws `DATE_IN_PAST`, `MEETINGS.INVALID_LENGTH`, `MEETINGS.NOT_A_LINK`, `TEXT_...`, and for a meeting that is not planned why not. */
  move({ scheduledFor, minutes, place, setting }: Pick<MeetingPlan, 'scheduledFor' | 'minutes' | 'place' | 'setting'>, now: Temporal.Instant): void {
    if (this.status !== 'SCHEDULED') throw meetingOver(this.status);
    const to = { scheduledFor: requireFuture(scheduledFor, now, 'The meeting'), minutes: requireLength(minutes, this.minutes), place: requirePlace(place, setting), setting };
    Object.assign(this, to);
  }

  /** Throws `MEETINGS.NOT_YET` before its time, and for a meeting that is not planned why not. */
  requireBegun(now: Temporal.Instant): void {
    if (this.status !== 'SCHEDULED') throw meetingOver(this.status);
    if (Temporal.Instant.compare(now, this.scheduledFor) < 0) throw notYet();
  }

  /** Whether somebody who is a mentor there no longer was to lead it. What may have taken place before that can still be written down, by the other lead too. */
  isLeftBy(mentorId: Id<'Person'>, at: Temporal.Instant): boolean {
    return this.leadIds.includes(mentorId) && Temporal.Instant.compare(this.scheduledFor, at) >= 0;
  }

  /** Answers whether there was anything to cancel. */
  cancel(): boolean {
    if (this.status !== 'SCHEDULED') return false;
    this.status = 'CANCELLED';
    return true;
  }

  /** Everybody who is to come, given who the families are. */
  peopleWith(families: Families): readonly Id<'Person'>[] {
    return [...familiesOf(families), ...this.relativeIds, ...whoLead(this)];
  }

  /** As `peopleWith`, without the relatives: they come if they can. */
  neededWith(families: Families): readonly Id<'Person'>[] {
    return [...familiesOf(families), ...whoLead(this)];
  }

  /** Answers whether there was anything to suspend. */
  suspend(): boolean {
    if (this.status !== 'SCHEDULED') return false;
    this.status = 'SUSPENDED';
    return true;
  }
}
schema.setClass(ConnectionsMeeting);
export const connectionsMeetingSchema = schema;

/** The two leads, and a facilitator where there is one. */
const whoLead = ({ leadIds, facilitatorId }: Pick<ConnectionsMeeting, 'leadIds' | 'facilitatorId'>): readonly Id<'Person'>[] => [...leadIds, ...(facilitatorId ? [facilitatorId] : [])];

/** Those who came; as long as nobody has said who did, everybody who was to come. */
export const whoCame = ({ cameIds }: { readonly cameIds?: readonly Id<'Person'>[] | null }, invited: readonly Id<'Person'>[]): readonly Id<'Person'>[] => cameIds ?? invited;
