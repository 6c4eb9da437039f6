import { newId, requireFuture, requirePast, requireText, type Id, type Temporal } from '@fc/domain-kernel';
import type { ContactChannel, PlannedContact } from '@fc/subgraph';
import { column, defineEntity, make, type Row } from '@fc/tenancy';
import { channelOf, requireMinutes, visitSettings, type FamilyTimePlan, type VisitSetting } from '../plans/family-time-plan.entity.ts';
import { notNatural, notPlanned, supervisorNeeded, tooManyRelatives } from './visits.errors.ts';

/** Where a visit in a natural setting takes place. */
export enum NaturalPlace {
  CAREGIVER_HOME = 'CAREGIVER_HOME',
  PLAYGROUND = 'PLAYGROUND',
  FAMILY_RESOURCE_CENTER = 'FAMILY_RESOURCE_CENTER',
  OTHER_COMMUNITY_SPACE = 'OTHER_COMMUNITY_SPACE',
}
export enum VisitStatus {
  PLANNED = 'PLANNED',
  HELD = 'HELD',
  MISSED = 'MISSED',
  CANCELLED = 'CANCELLED',
  SUSPENDED = 'SUSPENDED',
}
export enum VisitAttendance {
  ATTENDED = 'ATTENDED',
  PARENT_ABSENT = 'PARENT_ABSENT',
  CHILD_ABSENT = 'CHILD_ABSENT',
}
export enum VisitCancelReason {
  PARENT_CANNOT = 'PARENT_CANNOT',
  CAREGIVER_CANNOT = 'CAREGIVER_CANNOT',
  CHILD_ILL = 'CHILD_ILL',
  SUPERVISOR_NOT_AVAILABLE = 'SUPERVISOR_NOT_AVAILABLE',
  PLACE_NOT_AVAILABLE = 'PLACE_NOT_AVAILABLE',
  TRANSPORT = 'TRANSPORT',
  OTHER = 'OTHER',
}
const naturalPlaces: readonly `${NaturalPlace}`[] = Object.values(NaturalPlace);
const statuses: readonly `${VisitStatus}`[] = Object.values(VisitStatus);
const attendances: readonly `${VisitAttendance}`[] = Object.values(VisitAttendance);
const cancelReasons: readonly `${VisitCancelReason}`[] = Object.values(VisitCancelReason);

export interface VisitArrangement {
  readonly startsAt: Temporal.Instant;
  readonly minutes: number;
  readonly setting: `${VisitSetting}`;
  readonly naturalPlace?: `${NaturalPlace}` | null;
  readonly place: string;
  readonly supervisorId?: Id<'Person'> | null;
  /** Those of the household who take part; empty when the child comes without them. */
  readonly caregiverIds: readonly Id<'Person'>[];
  /** Others of the family who come too, such as a grandmother. */
  readonly relativeIds: readonly Id<'Person'>[];
}

const schema = defineEntity({
  name: 'FamilyTimeVisit',
  tableName: 'family_time_visit',
  properties: {
    id: column.id<'FamilyTimeVisit'>(),
    planId: column.ref<'FamilyTimePlan'>().index(),
    childId: column.ref<'Child'>().index(),
    parentId: column.ref<'Person'>(),
    startsAt: column.instant(),
    endsAt: column.instant(),
    setting: column.oneOf(visitSettings),
    naturalPlace: column.oneOf(naturalPlaces).nullable(),
    place: column.text(),
    supervisorId: column.ref<'Person'>().nullable().index(),
    caregiverPresent: column.boolean(),
    relativeIds: column.texts().$type<Id<'Person'>[]>(),
    /** Everybody who is to be there: the child, the parent, relatives, caregivers, a supervisor. */
    peopleIds: column.texts().$type<Id<'Person'>[]>(),
    status: column.oneOf(statuses),
    attendance: column.oneOf(attendances).nullable(),
    heldAt: column.instant().nullable(),
    heldMinutes: column.integer().nullable(),
    cancelReason: column.oneOf(cancelReasons).nullable(),
    version: column.version(),
  },
});

/** More than these is a celebration, and no visit. */
const mostRelatives = 10;

/** One time that a child and a parent are to spend together. */
export class FamilyTimeVisit extends schema.class {
  /** Throws `DATE_IN_PAST`, `FAMILY_TIME.INVALID_MINUTES`, `FAMILY_TIME.NOT_A_NATURAL_SETTING`, `FAMILY_TIME.SUPERVISOR_NEEDED`, `FAMILY_TIME.TOO_MANY_RELATIVES`. */
  static schedule(plan: Row<FamilyTimePlan>, to: VisitArrangement, now: Temporal.Instant): FamilyTimeVisit {
    const { setting, naturalPlace = null, supervisorId = null, caregiverIds } = to;
    const startsAt = requireFuture(to.startsAt, now, 'The visit');
    if (naturalPlace && setting !== 'NATURAL') throw notNatural();
    if (plan.supervision === 'SUPERVISED' && !supervisorId) throw supervisorNeeded();
    const there = [asPerson(plan.childId), plan.parentId, ...caregiverIds, ...(supervisorId ? [supervisorId] : [])];
    const relativeIds = [...new Set(to.relativeIds)].filter((id) => !there.includes(id));
    if (relativeIds.length > mostRelatives) throw tooManyRelatives();
    return make(FamilyTimeVisit, {
      id: newId<'FamilyTimeVisit'>(),
      planId: plan.id,
      childId: plan.childId,
      parentId: plan.parentId,
      startsAt,
      endsAt: startsAt.add({ minutes: requireMinutes(to.minutes) }),
      setting,
      naturalPlace,
      place: requireText(to.place, { field: 'The place', max: 200 }),
      supervisorId,
      caregiverPresent: caregiverIds.length > 0,
      relativeIds,
      peopleIds: [...there, ...relativeIds],
      status: 'PLANNED',
      attendance: null,
      heldAt: null,
      heldMinutes: null,
      cancelReason: null,
    });
  }

  /** As the contact ledger calls it. */
  channel(): ContactChannel {
    return channelOf(this.setting);
  }

  /** All of it, as the contact ledger is asked about it: the child and each of the family need a permission, and a prohibition counts for everybody. */
  contact(): PlannedContact {
    return { channel: this.channel(), at: this.startsAt, until: this.endsAt, between: [asPerson(this.childId)], and: [this.parentId, ...this.relativeIds], alsoPresent: this.peopleIds };
  }

  isPlanned(): boolean {
    return this.status === 'PLANNED';
  }

  /** What became of it. Throws `FAMILY_TIME.VISIT_NOT_PLANNED`, `DATE_IN_FUTURE`, `FAMILY_TIME.INVALID_MINUTES`. */
  record(attendance: `${VisitAttendance}`, heldAt: Temporal.Instant, minutes: number, now: Temporal.Instant): void {
    requirePlanned(this);
    const held = attendance === 'ATTENDED';
    this.heldAt = requirePast(heldAt, now, 'The visit');
    this.heldMinutes = held ? requireMinutes(minutes) : 0;
    this.attendance = attendance;
    this.status = held ? 'HELD' : 'MISSED';
  }

  /** Throws `FAMILY_TIME.VISIT_NOT_PLANNED`. */
  cancel(reason: `${VisitCancelReason}`): void {
    requirePlanned(this);
    this.status = 'CANCELLED';
    this.cancelReason = reason;
  }

  /** It will not take place as planned. Why is kept nowhere. Throws `FAMILY_TIME.VISIT_NOT_PLANNED`. */
  suspend(): void {
    requirePlanned(this);
    this.status = 'SUSPENDED';
  }

  /** The case is over, and with it what was planned for it or suspended. Answers false for a visit that had come to its end already. */
  endWithCase(): boolean {
    if (!this.isPlanned() && this.status !== 'SUSPENDED') return false;
    this.status = 'CANCELLED';
    this.cancelReason = 'OTHER';
    return true;
  }
}
schema.setClass(FamilyTimeVisit);
export const familyTimeVisitSchema = schema;

function requirePlanned(visit: FamilyTimeVisit): void {
  if (!visit.isPlanned()) throw notPlanned();
}

/** A child's id is the child's id as a person. */
export const asPerson = (childId: Id<'Child'>): Id<'Person'> => childId as string as Id<'Person'>;
