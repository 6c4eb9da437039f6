import { newId, requireFuture, requirePast, type Id, type Temporal } from '@fc/domain-kernel';
import type { PlannedContact } from '@fc/subgraph';
import { column, defineEntity, make } from '@fc/tenancy';
import { channelOf, meetingSettings, requirePlace, type MeetingSetting } from '../introductory-meetings/meeting-setting.ts';
import type { FamilyConnection } from '../projections/family-connection.entity.ts';
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
    place: column.text(),
    setting: column.oneOf(meetingSettings),
    /** Null where the meeting was planned without the parent. */
    parentId: column.ref<'Person'>().nullable(),
    /** Other parents of the same children, who have connections of their own. */
    otherParentIds: column.texts().$type<Id<'Person'>[]>(),
    caregiverIds: column.texts().$type<Id<'Person'>[]>(),
    relativeIds: column.texts().$type<Id<'Person'>[]>(),
    professionalIds: column.texts().$type<Id<'Person'>[]>(),
    plannedBy: column.ref<'Person'>(),
    withoutParent: column.oneOf(reasons).nullable(),
    status: column.oneOf(statuses),
    heldAt: column.instant().nullable(),
    cameIds: column.texts().$type<Id<'Person'>[]>(),
    version: column.version(),
  },
});

export interface FamilyMeetingPlan {
  readonly purpose: `${FamilyMeetingPurpose}`;
  readonly scheduledFor: Temporal.Instant;
  readonly place: string;
  readonly setting: `${MeetingSetting}`;
  readonly withParent: boolean;
  readonly otherParentIds: readonly Id<'Person'>[];
  readonly withoutParentBecause?: `${WithoutParent}` | null | undefined;
  readonly withCaregivers: boolean;
  readonly relativeIds: readonly Id<'Person'>[];
  readonly professionalIds: readonly Id<'Person'>[];
}

/** What a plan is made within. `otherParents` are all the children have beside the connection's own. */
interface PlannedWithin {
  readonly connection: FamilyConnection;
  readonly otherParents: readonly Id<'Person'>[];
  readonly number: number;
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
  /** Throws `MEETINGS.PARENT_BELONGS` where a parent is left out and nobody says why (R59), `DATE_IN_PAST`, `MEETINGS.NOT_A_LINK`, `TEXT_...`. */
  static plan(plan: FamilyMeetingPlan, { connection, otherParents, number, by, now }: PlannedWithin): FamilyMeeting {
    const leavesOut = !plan.withParent || otherParents.some((parent) => !plan.otherParentIds.includes(parent));
    if (leavesOut && !plan.withoutParentBecause) throw parentBelongs();
    return make(FamilyMeeting, {
      ...{ id: newId<'FamilyMeeting'>(), connectionId: connection.id, number, purpose: plan.purpose, setting: plan.setting, plannedBy: by, status: 'SCHEDULED', heldAt: null, cameIds: [] },
      scheduledFor: requireFuture(plan.scheduledFor, now, 'The meeting'),
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

  /** As the contact ledger is asked about it; of a meeting that was held, among those who came. */
  contact(at = this.scheduledFor, came: readonly Id<'Person'>[] = this.people()): PlannedContact {
    const there = (people: readonly Id<'Person'>[]): Id<'Person'>[] => people.filter((person) => came.includes(person));
    return {
      ...{ channel: channelOf(this.setting), at, and: there(this.caregiverIds) },
      between: there([...this.parents(), ...this.relativeIds]),
      alsoPresent: there([...this.professionalIds, this.plannedBy]),
    };
  }

  /**
   * It took place. Where a parent did not come, it decides nothing unless somebody says why (R59).
   * Throws `MEETINGS.PARENT_BELONGS`, `MEETINGS.NOT_INVITED`, `DATE_IN_FUTURE`, and for a meeting that is not planned why not.
   */
  hold({ heldAt, cameIds, withoutParentBecause }: FamilyMeetingRecord, { decides, now }: { decides: boolean; now: Temporal.Instant }): void {
    if (this.status !== 'SCHEDULED') throw familyMeetingOver(this.status);
    const people = this.people();
    if (cameIds.some((person) => !people.includes(person))) throw notInvited();
    const allCame = !this.withoutParent && this.parents().every((parent) => cameIds.includes(parent));
    const reason = this.withoutParent ?? withoutParentBecause ?? null;
    if (decides && !allCame && !reason) throw parentBelongs();
    this.heldAt = requirePast(heldAt, now, 'The meeting');
    this.cameIds = [...new Set(cameIds)];
    this.withoutParent = allCame ? null : reason;
    this.status = 'HELD';
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
