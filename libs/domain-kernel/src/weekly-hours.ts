import { DomainError } from './domain-error.ts';
import { Temporal } from './temporal.ts';
import type { Span } from './windows.ts';

/** Hours of one day of the week, on the clocks of the county: from 10:00 up to, but not including, 16:00. */
export interface WeeklyHours {
  /** 1 is Monday, 7 is Sunday. */
  readonly weekday: number;
  /** `HH:MM` */
  readonly from: string;
  /** `HH:MM`, later than `from`; `24:00` is the end of the day. */
  readonly to: string;
}

/** When something holds: from an instant up to another or for good, and within that, where hours are named, at these hours alone. */
export interface HoldingTime {
  readonly from: Temporal.Instant;
  readonly to: Temporal.Instant | null;
  /** Empty: at all hours. */
  readonly hours: readonly WeeklyHours[];
}

const clockTime = /^(?:[01]\d|2[0-3]):[0-5]\d$/;

/** Throws `INVALID_HOURS`. */
export function requireWeeklyHours(hours: readonly WeeklyHours[]): WeeklyHours[] {
  return hours.map(({ weekday, from, to }) => {
    const sound = Number.isInteger(weekday) && weekday >= 1 && weekday <= 7 && clockTime.test(from) && (clockTime.test(to) || to === '24:00') && from < to;
    if (!sound) throw new DomainError('INVALID_HOURS', 'Hours are of one day, 1 for Monday to 7 for Sunday, like 10:00 to 16:00.');
    return { weekday, from, to };
  });
}

/** The parts of the span in which it holds, oldest first; hours are read on the clocks of `zone`. */
export function partsHeld({ from, to, hours }: HoldingTime, span: Span, zone: string): Span[] {
  const within = cut(span, { opens: from, closes: to ?? span.closes });
  if (!within || hours.length === 0) return within ? [within] : [];
  return daysOf(within, zone)
    .flatMap((day) => hours.filter(({ weekday }) => weekday === day.dayOfWeek).map((those) => hoursOn(day, those, zone)))
    .flatMap((part) => cut(part, within) ?? [])
    .sort((one, other) => Temporal.Instant.compare(one.opens, other.opens));
}

/** Whether the parts, in any order, leave no moment of the span out. */
export function coverWhole(parts: readonly Span[], span: Span): boolean {
  const { compare } = Temporal.Instant;
  let covered = span.opens;
  for (const part of [...parts].sort((one, other) => compare(one.opens, other.opens))) {
    if (compare(part.opens, covered) > 0) return false;
    if (compare(part.closes, covered) > 0) covered = part.closes;
  }
  return compare(covered, span.closes) >= 0;
}

/** What two spans have in common. */
function cut(one: Span, other: Span): Span | undefined {
  const { compare } = Temporal.Instant;
  const opens = compare(one.opens, other.opens) > 0 ? one.opens : other.opens;
  const closes = compare(one.closes, other.closes) < 0 ? one.closes : other.closes;
  return compare(opens, closes) < 0 ? { opens, closes } : undefined;
}

function daysOf({ opens, closes }: Span, zone: string): Temporal.PlainDate[] {
  const last = closes.toZonedDateTimeISO(zone).toPlainDate();
  const days: Temporal.PlainDate[] = [];
  for (let day = opens.toZonedDateTimeISO(zone).toPlainDate(); Temporal.PlainDate.compare(day, last) <= 0; day = day.add({ days: 1 })) days.push(day);
  return days;
}

function hoursOn(day: Temporal.PlainDate, { from, to }: WeeklyHours, zone: string): Span {
  const at = (time: string): Temporal.Instant => (time === '24:00' ? day.add({ days: 1 }).toZonedDateTime(zone) : day.toZonedDateTime({ timeZone: zone, plainTime: time })).toInstant();
  return { opens: at(from), closes: at(to) };
}
