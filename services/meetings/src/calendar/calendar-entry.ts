import type { Temporal } from '@fc/domain-kernel';
import type { MeetingSetting } from '../introductory-meetings/meeting-setting.ts';
import { placeOutside } from '../introductory-meetings/place-outside.ts';

/** An appointment as it stands in somebody's own calendar: nothing says with whom it is, or what it is about (decision 20). */
export interface CalendarEntry {
  /** The meeting's id: one event, however often the meeting is moved. */
  readonly uid: string;
  /** Rises with every change of the meeting. */
  readonly sequence: number;
  readonly startsAt: Temporal.Instant;
  /** Null where it is not told outside of the platform. */
  readonly place: string | null;
  readonly cancelled: boolean;
}

/** What of a meeting of either kind makes its entry. */
export interface PlannedMeeting {
  readonly id: string;
  /** The row's version, which counts its changes from 1. */
  readonly version: number;
  readonly status: 'OPEN' | 'SCHEDULED' | 'HELD' | 'BROKEN_OFF' | 'CANCELLED' | 'CLOSED' | 'SUSPENDED';
  readonly scheduledFor?: Temporal.Instant | null;
  readonly place?: string | null;
  readonly setting?: `${MeetingSetting}` | null;
}

/** Null for a meeting that has never had an appointment. Whatever the reason why one is off, the entry is the same. */
export function calendarEntry({ id: uid, version, status, scheduledFor: startsAt, place = null, setting = null }: PlannedMeeting): CalendarEntry | null {
  if (!startsAt) return null;
  const cancelled = status !== 'SCHEDULED' && status !== 'HELD' && status !== 'BROKEN_OFF';
  return { uid, sequence: version - 1, startsAt, place: cancelled ? null : placeOutside({ place, setting }), cancelled };
}
