import { DomainError, partsHeld, requireWeeklyHours, Temporal, type Span, type WeeklyHours } from '@fc/domain-kernel';
import { Instant, LocalDate } from '@fc/subgraph';
import { Field, InputType, ObjectType } from '@nestjs/graphql';
import { isAway, isOnLeave, type Leave } from './days-away.ts';

/** Hours of one day that differ from the week: free then, or not to be had, on the clocks of the person. */
interface HoursOnDay {
  /** `HH:MM` */
  readonly from: string;
  /** `HH:MM`, later than `from`; `24:00` is the end of the day. */
  readonly to: string;
  readonly free: boolean;
}
export interface HoursException extends HoursOnDay {
  readonly on: Temporal.PlainDate;
}
/** The same as it is kept: with an ISO date. */
export interface KeptHoursException extends HoursOnDay {
  readonly on: string;
}

@InputType()
export class HoursExceptionInput implements HoursException {
  @Field(() => LocalDate)
  on!: Temporal.PlainDate;

  @Field(() => String, { description: 'HH:MM' })
  from!: string;

  @Field(() => String, { description: 'HH:MM, not included; 24:00 is the end of the day.' })
  to!: string;

  @Field(() => Boolean, { defaultValue: false, description: 'True: free then, though the week does not say so. False: not to be had then.' })
  free!: boolean;
}

@ObjectType('HoursException', { description: 'Hours of one day that differ from the week, on the clocks of the person.' })
export class HoursExceptionView implements HoursException {
  @Field(() => LocalDate)
  on!: Temporal.PlainDate;

  @Field(() => String, { description: 'HH:MM' })
  from!: string;

  @Field(() => String, { description: 'HH:MM, not included.' })
  to!: string;

  @Field(() => Boolean, { description: 'True: free then, though the week does not say so. False: not to be had then.' })
  free!: boolean;

  static from({ on, ...hours }: KeptHoursException): HoursExceptionView {
    return Object.assign(new HoursExceptionView(), { ...hours, on: Temporal.PlainDate.from(on) });
  }
}

@ObjectType('FreeTime', { description: 'A stretch of time in which somebody can be had.' })
export class FreeTimeView {
  @Field(() => Instant)
  startsAt!: Temporal.Instant;

  @Field(() => Instant)
  endsAt!: Temporal.Instant;

  static from({ opens, closes }: Span): FreeTimeView {
    return Object.assign(new FreeTimeView(), { startsAt: opens, endsAt: closes });
  }
}

const most = 100;

/** The earliest first. Throws `INVALID_HOURS`, `MATCHING.TOO_MANY_EXCEPTIONS`, and `MATCHING.HOURS_CONTRADICT`, which names the day, for hours that are said to be both. */
export function requireHoursExceptions(exceptions: readonly HoursException[]): KeptHoursException[] {
  if (exceptions.length > most) throw new DomainError('MATCHING.TOO_MANY_EXCEPTIONS', `Name up to ${most} exceptions of hours.`);
  const sound = exceptions.map(({ on, from, to, free }) => {
    requireWeeklyHours([{ weekday: on.dayOfWeek, from, to }]);
    return { on: on.toString(), from, to, free };
  });
  const torn = sound.find((one) => sound.some((other) => one.free !== other.free && one.on === other.on && one.from < other.to && other.from < one.to));
  if (torn) throw new DomainError('MATCHING.HOURS_CONTRADICT', `On ${torn.on} the same hours are said to be free and not to be had. Leave one of the two out.`);
  return sound.sort((one, other) => (`${one.on} ${one.from}` < `${other.on} ${other.from}` ? -1 : 1));
}

/** The name of the zone as it is usually written. Throws `MATCHING.UNKNOWN_TIME_ZONE`. */
export function requireTimeZone(name: string): string {
  try {
    if (/^[A-Za-z]/.test(name)) return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone;
  } catch {
    // Falls through: it is no zone that this machine knows.
  }
  throw new DomainError('MATCHING.UNKNOWN_TIME_ZONE', 'This is not the name of a time zone. Write one like America/Los_Angeles.');
}

/** When somebody says that they can be had. */
export interface Availability extends Leave {
  /** Empty: at all hours. */
  readonly hours: readonly WeeklyHours[];
  readonly hoursExceptions: readonly KeptHoursException[];
}

/** The stretches of these days, from the first to the last, in which they can be had; all is read on the clocks of `zone`, and an hour that a clock skips or repeats is as long as it is. */
export function freeTimes({ hours, hoursExceptions, ...leave }: Availability, from: Temporal.PlainDate, until: Temporal.PlainDate, zone: string): Span[] {
  const days = Array.from({ length: from.until(until, { largestUnit: 'day' }).days + 1 }, (_, at) => from.add({ days: at }));
  return days.flatMap((day) => {
    if (isOnLeave(leave, day)) return [];
    const span = { opens: day.toZonedDateTime(zone).toInstant(), closes: day.add({ days: 1 }).toZonedDateTime(zone).toInstant() };
    const on = (free: boolean): Span[] => {
      const those = hoursExceptions.filter((each) => each.on === day.toString() && each.free === free);
      return those.length > 0 ? partsHeld({ from: span.opens, to: span.closes, hours: those.map(({ from: opens, to }) => ({ weekday: day.dayOfWeek, from: opens, to })) }, span, zone) : [];
    };
    const usual = partsHeld({ from: span.opens, to: span.closes, hours }, span, zone);
    return without(joined([...usual, ...on(true)]), on(false));
  });
}

const { compare } = Temporal.Instant;

function joined(spans: readonly Span[]): Span[] {
  const whole: Span[] = [];
  for (const span of [...spans].sort((one, other) => compare(one.opens, other.opens))) {
    const last = whole.at(-1);
    if (!last || compare(span.opens, last.closes) > 0) whole.push(span);
    else if (compare(span.closes, last.closes) > 0) whole[whole.length - 1] = { opens: last.opens, closes: span.closes };
  }
  return whole;
}

const without = (spans: readonly Span[], taken: readonly Span[]): Span[] =>
  taken.reduce<Span[]>(
    (left, { opens, closes }) =>
      left.flatMap((span) =>
        [
          { opens: span.opens, closes: compare(span.closes, opens) < 0 ? span.closes : opens },
          { opens: compare(span.opens, closes) > 0 ? span.opens : closes, closes: span.closes },
        ].filter((part) => compare(part.opens, part.closes) < 0),
      ),
    [...spans],
  );

/** So long at least takes a first talk, in minutes. */
const talk = 60;

/** Whether somebody is on leave that day, or has no time for a talk in so many days from it on: who could not even answer is asked later. */
export const cannotBeHad = (availability: Availability, day: Temporal.PlainDate, days: number, zone: string): boolean => isAway(availability, day, days) || isTakenUp(availability, day, days, zone);

/** Whether exceptions take all that the week gives for a talk in so many days from that one on. Whose week gives nothing in these days is not away. */
export function isTakenUp(availability: Availability, day: Temporal.PlainDate, days: number, zone: string): boolean {
  if (availability.hoursExceptions.length === 0) return false;
  const until = day.add({ days: days - 1 });
  const roomForTalk = ({ opens, closes }: Span): boolean => closes.since(opens).total('minutes') >= talk;
  const usual = freeTimes({ hours: availability.hours, hoursExceptions: [], daysAway: [] }, day, until, zone);
  return usual.some(roomForTalk) && !freeTimes(availability, day, until, zone).some(roomForTalk);
}

/**
 * Hours of the week on the clocks of `there`, as they are in the seven days from that one on: two zones may change their clocks on
 * different days, so it is asked anew for each run. What crosses midnight there becomes two.
 */
export function hoursOnClocksOf(there: string, hours: readonly WeeklyHours[], zone: string, day: Temporal.PlainDate): readonly WeeklyHours[] {
  if (zone === there || hours.length === 0) return hours;
  const opens = day.toZonedDateTime(zone).toInstant();
  const span = { opens, closes: day.add({ days: 7 }).toZonedDateTime(zone).toInstant() };
  const shown = partsHeld({ from: opens, to: null, hours }, span, zone).flatMap((part) => onDaysOf(part, there));
  return shown.length > 0 ? shown : hours;
}

function onDaysOf({ opens, closes }: Span, zone: string): WeeklyHours[] {
  const [start, end] = [opens.toZonedDateTimeISO(zone), closes.toZonedDateTimeISO(zone)];
  const clock = (at: Temporal.ZonedDateTime): string => at.toPlainTime().toString({ smallestUnit: 'minute' });
  const parts: WeeklyHours[] = [];
  for (let at = start; Temporal.ZonedDateTime.compare(at, end) < 0; ) {
    const midnight = at.toPlainDate().add({ days: 1 }).toZonedDateTime(zone);
    const isLast = Temporal.ZonedDateTime.compare(end, midnight) < 0;
    const hours = { weekday: at.dayOfWeek, from: clock(at), to: isLast ? clock(end) : '24:00' };
    if (hours.from < hours.to) parts.push(hours); // a clock that is put back may show the end before the beginning
    at = isLast ? end : midnight;
  }
  return parts;
}
