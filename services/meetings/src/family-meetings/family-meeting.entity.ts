import { newId, requireFuture, requireNotBefore, requirePast, type Id, type Temporal } from '@fc/domain-kernel';
import type { PlannedContact } from '@fc/subgraph';
import { column, defineEntity, make, type County } from '@fc/tenancy';
import { channelOf, meetingSettings, requirePlace, type MeetingSetting } from '../introductory-meetings/meeting-setting.ts';
import type { FamilyConnection } from '../projections/family-connection.entity.ts';
import { requireLength, timeOf, type Appointment } from '../scheduling/meeting-length.ts';
import { moveReasons, type MoveReason } from '../scheduling/move-reason.ts';
import { familyMeetingOver, notInvited, parentBelongs } from './family-meeting.errors.ts';

export enum FamilyMeetingPurpose {
  REUNIFICATION = 'REUNIFICATION',
  ALTERNATIVES = 'ALTERNATIVES',
  SUPPORT = 'SUPPORT',
}
const purposes: readonly `${FamilyMeetingPurpose}`[] = Object.values(FamilyMeetingPurpose);

export enum FamilyMeetingStatus {
  SCHEDULED = 'SCHEDULED',
  HELD = 'HELD',
  CANCELLED = 'CANCELLED',
  SUSPENDED = 'SUSPENDED',
}
const statuses: readonly `${FamilyMeetingStatus}`[] = Object.values(FamilyMeetingStatus);

/** Why a parent is not part of a decision about their child. NOT_POSSIBLE says no more than that. */
export enum WithoutParent {
  DECLINED = 'DECLINED',
  NOT_REACHED = 'NOT_REACHED',
  NOT_POSSIBLE = 'NOT_POSSIBLE',
}
const reasons: readonly `${WithoutParent}`[] = Object.values(WithoutParent);

const schema = defineEntity({
  name: 'FamilyMeeting',
  tableName: 'family_meeting',
  uniques: [
    { name: 'family_meeting_one_planned', properties: ['connectionId'], where: `status = 'SCHEDULED'` },
    { name: 'family_meeting_one_each', properties: ['connectionId', 'number'] },
  ],
  properties: {
    id: column.id<'FamilyMeeting'>(),
    connectionId: column.ref<'FamilyConnection'>(),
    /** Counts the family meetings of a connection from 1. */
    number: column.integer(),
    purpose: column.oneOf(purposes),
    scheduledFor: column.instant(),
    /** How long it takes. */
    minutes: column.integer().default(60),
    place: column.text(),
    setting: column.oneOf(meetingSettings),
    /** Null where the meeting was planned without the parent. */
    parentId: column.ref<'Person'>().nullable(),
    /** Other parents of the same children, who have connections of their own. */
    otherParentIds: column.texts().$type<Id<'Person'>[]>(),
    caregiverIds: column.texts().$type<Id<'Person'>[]>(),
    relativeIds: column.texts().$type<Id<'Person'>[]>(),
    professionalIds: column.texts().$type<Id<'Person'>[]>(),
    /** Of the staff: whoever planned it, or took it over. */
    plannedBy: column.ref<'Person'>(),
    withoutParent: column.oneOf(reasons).nullable(),
    status: column.oneOf(statuses),
    heldAt: column.instant().nullable(),
    cameIds: column.texts().$type<Id<'Person'>[]>(),
    /** When and why it was moved the last time. */
    movedAt: column.instant().nullable(),
    moveReason: column.oneOf(moveReasons).nullable(),
    version: column.version(),
  },
});

export interface FamilyMeetingPlan {
  readonly purpose: `${FamilyMeetingPurpose}`;
  readonly scheduledFor: Temporal.Instant;
  /** As long as such a meeting usually takes in the county, when left out. */
  readonly minutes?: number | null | undefined;
  readonly place: string;
  readonly setting: `${MeetingSetting}`;
  readonly withParent: boolean;
  readonly otherParentIds: readonly Id<'Person'>[];
  readonly withoutParentBecause?: `${WithoutParent}` | null | undefined;
  readonly withCaregivers: boolean;
  readonly relativeIds: readonly Id<'Person'>[];
  readonly professionalIds: readonly Id<'Person'>[];
}

/** What is left out stays as it is. */
export interface NewAppointment {
  readonly scheduledFor: Temporal.Instant;
  readonly minutes?: number | null | undefined;
  readonly place?: string | null | undefined;
  readonly setting?: `${MeetingSetting}` | null | undefined;
}

/** What a plan is made within. `otherParents` are all the children have beside the connection's own. */
interface PlannedWithin {
  readonly connection: FamilyConnection;
  readonly otherParents: readonly Id<'Person'>[];
  readonly number: number;
  readonly county: Pick<County, 'settings'>;
  readonly by: Id<'Person'>;
  readonly now: Temporal.Instant;
}

export interface FamilyMeetingRecord {
  readonly heldAt: Temporal.Instant;
  readonly cameIds: readonly Id<'Person'>[];
  readonly withoutParentBecause?: `${WithoutParent}` | null | undefined;
}

/** A meeting in which the people around a child plan the way home or an alternative (S50), one of a series. Private to those who are in it. */
export class FamilyMeeting extends schema.class {
  /** Throws `MEETINGS.PARENT_BELONGS` where a parent is left out and nobody says why (R59), `DATE_IN_PAST`, `MEETINGS.INVALID_LENGTH`, `MEETINGS.NOT_A_LINK`, `TEXT_...`. */
  static plan(plan: FamilyMeetingPlan, { connection, otherParents, number, county, by, now }: PlannedWithin): FamilyMeeting {
    const leavesOut = !plan.withParent || otherParents.some((parent) => !plan.otherParentIds.includes(parent));
    if (leavesOut && !plan.withoutParentBecause) throw parentBelongs();
    return make(FamilyMeeting, {
      ...{ id: newId<'FamilyMeeting'>(), connectionId: connection.id, number, purpose: plan.purpose, setting: plan.setting, plannedBy: by, status: 'SCHEDULED', heldAt: null, cameIds: [], movedAt: null, moveReason: null },
      scheduledFor: requireFuture(plan.scheduledFor, now, 'The meeting'),
      minutes: requireLength(plan.minutes, county.settings.meetingMinutes.familyMeeting),
      place: requirePlace(plan.place, plan.setting),
      parentId: plan.withParent ? connection.parentId : null,
      otherParentIds: [...new Set(plan.otherParentIds)],
      withoutParent: leavesOut ? (plan.withoutParentBecause ?? null) : null,
      caregiverIds: plan.withCaregivers ? [...connection.caregiverIds] : [],
      relativeIds: [...new Set(plan.relativeIds)],
      professionalIds: [...new Set(plan.professionalIds)],
    });
  }

  /** Everybody who is in it. */
  people(): Id<'Person'>[] {
    return [...new Set([...this.parents(), ...this.caregiverIds, ...this.relativeIds, ...this.professionalIds, this.plannedBy])];
  }

  /** The parents who are in it. */
  parents(): Id<'Person'>[] {
    return [...(this.parentId ? [this.parentId] : []), ...this.otherParentIds];
  }

  /** All of it, or of another time for it, as the contact ledger is asked about it. */
  contact(planned: Appointment & Pick<FamilyMeetingPlan, 'setting'> = this): PlannedContact {
    return { ...this.contactOfThoseWhoCame(planned.scheduledFor, this.people()), channel: channelOf(planned.setting), ...timeOf(planned) };
  }

  /** Those who came, at the time at which it took place, as the contact ledger is asked about it. */
  contactOfThoseWhoCame(at: Temporal.Instant, came: readonly Id<'Person'>[]): PlannedContact {
    const there = (people: readonly Id<'Person'>[]): Id<'Person'>[] => people.filter((person) => came.includes(person));
    return {
      ...{ channel: channelOf(this.setting), at, and: there(this.caregiverIds) },
      between: there([...this.parents(), ...this.relativeIds]),
      alsoPresent: there([...this.professionalIds, this.plannedBy]),
    };
  }

  /** Another time or place for it, as far as somebody has said one. Throws `MEETINGS.INVALID_LENGTH`. */
  elsewhere({ scheduledFor, minutes, place, setting }: NewAppointment): Appointment & Pick<FamilyMeetingPlan, 'place' | 'setting'> {
    return { scheduledFor, minutes: requireLength(minutes, this.minutes), place: place ?? this.place, setting: setting ?? this.setting };
  }

  /** To another time or place, for a reason. It stays the same meeting. Throws `DATE_IN_PAST`, `MEETINGS.INVALID_LENGTH`, `MEETINGS.NOT_A_LINK`, `TEXT_...`, and for a meeting that is not planned why not. */
  move(to: NewAppointment, reason: `${MoveReason}`, now: Temporal.Instant): void {
    this.requirePlanned();
    const { scheduledFor, minutes, place, setting } = this.elsewhere(to);
    this.scheduledFor = requireFuture(scheduledFor, now, 'The meeting');
    this.minutes = minutes;
    this.place = requirePlace(place, setting);
    this.setting = setting;
    this.movedAt = now;
    this.moveReason = reason;
  }

  /**
   * It took place. Where a parent who was invited did not come, it decides nothing unless somebody says why (R59): why another was not
   * invited says nothing of them.
   * Throws `MEETINGS.PARENT_BELONGS`, `MEETINGS.NOT_INVITED`, `DATE_IN_FUTURE`, `DATE_TOO_EARLY`, and for a meeting that is not planned why not.
   */
  hold({ heldAt, cameIds, withoutParentBecause }: FamilyMeetingRecord, { decides, from, now }: { decides: boolean; from: Temporal.Instant; now: Temporal.Instant }): void {
    this.requirePlanned();
    const people = this.people();
    if (cameIds.some((person) => !people.includes(person))) throw notInvited();
    const isMissing = this.parents().some((parent) => !cameIds.includes(parent));
    if (decides && isMissing && !withoutParentBecause) throw parentBelongs();
    this.heldAt = requireNotBefore(requirePast(heldAt, now, 'The meeting'), from, 'The meeting', 'the placement');
    this.cameIds = [...new Set(cameIds)];
    if (isMissing && withoutParentBecause) this.withoutParent = withoutParentBecause;
    this.status = 'HELD';
  }

  /** The staff who were in it work on the case no more: somebody else keeps it in the place of whoever planned it. */
  takenOverBy(person: Id<'Person'>): this {
    this.plannedBy = person;
    return this;
  }

  /** Answers whether there was anything to cancel. */
  cancel(): boolean {
    if (this.status !== 'SCHEDULED') return false;
    this.status = 'CANCELLED';
    return true;
  }

  /** Answers whether there was anything to suspend. */
  suspend(): boolean {
    if (this.status !== 'SCHEDULED') return false;
    this.status = 'SUSPENDED';
    return true;
  }

  /** Throws for a meeting that is not planned why not. */
  requirePlanned(): void {
    if (this.status !== 'SCHEDULED') throw familyMeetingOver(this.status);
  }
}
schema.setClass(FamilyMeeting);
export const familyMeetingSchema = schema;
