import { Temporal } from './temporal.ts';

/** How exactly an instant is known. DATE: only the local day is known, and `at` is any instant of that day. */
export type Precision = 'MINUTE' | 'DATE';

/** The event that starts a deadline's clock. */
export interface ClockStart {
  readonly at: Temporal.Instant;
  readonly precision: Precision;
}

/** From `opens` up to, but not including, `closes`. */
export interface Span {
  readonly opens: Temporal.Instant;
  readonly closes: Temporal.Instant;
}

/** A deadline. It forbids nothing: it tells what is due, and keeps the rule and the start it was computed from. */
export interface DueWindow extends Span {
  /** The stable name of the rule: 'COMFORT_CALL_24_HOURS_FROM_PLACEMENT'. */
  readonly rule: string;
  /** The kind of event that started the clock: 'REMOVAL', 'PLACEMENT'. */
  readonly startedBy: string;
  /** That event's instant as it was recorded, before its precision was taken into account. */
  readonly start: Temporal.Instant;
}

/** Not done: APPROACHING before the window opens, DUE inside it, MISSED after it. Done: MET inside it or early, MET_LATE after it. */
export type WindowState = 'APPROACHING' | 'DUE' | 'MISSED' | 'MET' | 'MET_LATE';

/** BUSINESS days leave out Saturdays, Sundays and the county's holidays. */
export type DayCount = 'CALENDAR' | 'BUSINESS';

export interface DayCounting {
  /** The county's IANA time zone: 'America/Los_Angeles'. */
  readonly zone: string;
  readonly days: DayCount;
  readonly holidays?: readonly Temporal.PlainDate[];
}

export function windowState(window: Span, now: Temporal.Instant, doneAt?: Temporal.Instant): WindowState {
  const isBefore = (one: Temporal.Instant, other: Temporal.Instant): boolean => Temporal.Instant.compare(one, other) < 0;
  if (doneAt) return isBefore(doneAt, window.closes) ? 'MET' : 'MET_LATE';
  if (isBefore(now, window.opens)) return 'APPROACHING';
  return isBefore(now, window.closes) ? 'DUE' : 'MISSED';
}

/** When the clock begins to run: at a known minute at once, at a known date from the end of that local day. */
export function clockRunsFrom(start: ClockStart, zone: string): Temporal.Instant {
  return start.precision === 'MINUTE' ? start.at : startOfDay(localDate(start.at, zone).add({ days: 1 }), zone);
}

/** Elapsed hours: 24 hours over a change to or from daylight-saving time are still 24 hours. */
export function hoursAfter(start: ClockStart, hours: number, zone: string): Temporal.Instant {
  return clockRunsFrom(start, zone).add({ hours });
}

/**
 * Opens at the start of local day `fromDay` and closes at the end of local day `toDay`, counted from the day of the start, which is day 0.
 * A start known to the date counts like one known to the minute. Throws `RangeError` unless `0 <= fromDay <= toDay`, in whole days.
 */
export function dayWindow(start: ClockStart, fromDay: number, toDay: number, { zone, days, holidays = [] }: DayCounting): Span {
  if (!Number.isInteger(fromDay) || !Number.isInteger(toDay) || fromDay < 0 || toDay < fromDay) {
    throw new RangeError(`A window of days ${fromDay} to ${toDay} is none.`);
  }
  const dayZero = localDate(start.at, zone);
  const day = (count: number): Temporal.PlainDate => (days === 'CALENDAR' ? dayZero.add({ days: count }) : addBusinessDays(dayZero, count, holidays));
  return { opens: startOfDay(day(fromDay), zone), closes: startOfDay(day(toDay).add({ days: 1 }), zone) };
}

const localDate = (instant: Temporal.Instant, zone: string): Temporal.PlainDate => instant.toZonedDateTimeISO(zone).toPlainDate();

/** The first instant of the day, which is not midnight where the clocks go forward at midnight. */
const startOfDay = (date: Temporal.PlainDate, zone: string): Temporal.Instant => date.toZonedDateTime(zone).toInstant();

function addBusinessDays(from: Temporal.PlainDate, count: number, holidays: readonly Temporal.PlainDate[]): Temporal.PlainDate {
  const isBusinessDay = (date: Temporal.PlainDate): boolean => date.dayOfWeek <= 5 && !holidays.some((holiday) => holiday.equals(date));
  let date = from;
  for (let left = count; left > 0; ) {
    date = date.add({ days: 1 });
    if (isBusinessDay(date)) left -= 1;
  }
  return date;
}
