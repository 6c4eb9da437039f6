import { Temporal } from '@fc/domain-kernel';
import type { MeetingSetting } from '../introductory-meetings/meeting-setting.ts';
import type { ReviewHearingStatus } from '../review-hearings/review-hearing.entity.ts';
import { placeOutside } from '../introductory-meetings/place-outside.ts';

/** An appointment as it stands in somebody's own calendar: nothing says with whom it is, or what it is about (decision 20). */
export interface CalendarEntry {
  /** The meeting's id: one event, however often the meeting is moved. */
  readonly uid: string;
  /** Rises with every change of the meeting. */
  readonly sequence: number;
  readonly startsAt: Temporal.Instant;
  readonly endsAt: Temporal.Instant;
  /** Null where it is not told outside of the platform. */
  readonly place: string | null;
  readonly cancelled: boolean;
}

/** What of a meeting of any kind makes its entry. */
export interface PlannedMeeting {
  readonly id: string;
  /** The row's version, which counts its changes from 1. */
  readonly version: number;
  readonly status: 'OPEN' | 'SCHEDULED' | 'HELD' | 'BROKEN_OFF' | 'CANCELLED' | 'CLOSED' | 'SUSPENDED';
  readonly scheduledFor?: Temporal.Instant | null;
  /** When it took place; of one that was broken off, until when. */
  readonly heldAt?: Temporal.Instant | null;
  /** How long it takes; null while it has no appointment. */
  readonly minutes?: number | null;
  readonly place?: string | null;
  readonly setting?: `${MeetingSetting}` | null;
}

/** A review of a case as an appointment. Where it takes place says what it is about, so that no calendar tells it. */
export const appointmentOfHearing = ({ id, version, status, scheduledFor, heldAt, minutes }: PlannedHearing): PlannedMeeting => ({ id, version, status: status === 'PLANNED' ? 'SCHEDULED' : status, scheduledFor, heldAt, minutes });

interface PlannedHearing extends Pick<PlannedMeeting, 'id' | 'version' | 'scheduledFor' | 'heldAt' | 'minutes'> {
  readonly status: `${ReviewHearingStatus}`;
}

/** Null for a meeting that has never had an appointment. Whatever the reason why one is off, the entry is the same. One that took place before its appointment stands where it was, and no more in the time that is free again. */
export function calendarEntry({ id: uid, version, status, scheduledFor, heldAt = null, minutes, place = null, setting = null }: PlannedMeeting): CalendarEntry | null {
  if (!scheduledFor || !minutes) return null;
  const tookPlace = status === 'HELD' || status === 'BROKEN_OFF';
  const startsAt = tookPlace && heldAt && Temporal.Instant.compare(heldAt, scheduledFor) < 0 ? heldAt : scheduledFor;
  const cancelled = status !== 'SCHEDULED' && !tookPlace;
  return { uid, sequence: version - 1, startsAt, endsAt: startsAt.add({ minutes }), place: cancelled ? null : placeOutside({ place, setting }), cancelled };
}
