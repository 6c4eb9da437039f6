import type { WeeklyHours } from '@fc/domain-kernel';

/** A talk takes so long, in minutes. */
export const talk = 60;
const dayMinutes = 24 * 60;

const minuteOf = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));

/** Stretches of the week, in minutes from Monday 0:00: from, to, from, to and so on, in their order, none touching the next. */
export type Week = Int32Array;

/** A run asks for the same lists over and over. */
const known = new WeakMap<readonly WeeklyHours[], Week>();

/** Null while nobody has said any, which is at all hours. Hours that end before they begin are no time at all. */
export function weekOf(hours: readonly WeeklyHours[]): Week | null {
  if (hours.length === 0) return null;
  const before = known.get(hours);
  if (before) return before;
  const spans = hours.map(({ weekday, from, to }): [number, number] => [(weekday - 1) * dayMinutes + minuteOf(from), (weekday - 1) * dayMinutes + minuteOf(to)]);
  const week = Int32Array.from(joined(spans.filter(([from, to]) => from < to)).flat());
  known.set(hours, week);
  return week;
}

/** Goes through the stretches in which both hold, until `isEnough` of their lengths in minutes. Answers whether it was. */
function inCommon(one: Week, other: Week, isEnough: (length: number) => boolean): boolean {
  for (let [at, beside] = [0, 0]; at < one.length && beside < other.length; ) {
    const [ends, closes] = [one[at + 1]!, other[beside + 1]!]; // within the lists, which are of pairs, here and below
    const length = Math.min(ends, closes) - Math.max(one[at]!, other[beside]!);
    if (length > 0 && isEnough(length)) return true;
    if (ends < closes) at += 2;
    else beside += 2;
  }
  return false;
}

/** As `freeTogether`, of weeks. */
export function weeksMeet(minutes: number, one: Week | null, other: Week | null): boolean {
  if (minutes === 0) return true;
  const [first, second] = [one ?? other, other ?? one];
  return first === null || second === null || inCommon(first, second, (length) => length >= minutes);
}

/** As `wholeHours`, of weeks. */
export function wholeHoursOf(one: Week, other: Week): number {
  let sum = 0;
  inCommon(one, other, (length) => {
    sum += length;
    return false;
  });
  return Math.floor(sum / 60);
}

/** Whether they have so many minutes of the week together at a stretch: shorter ones are none. Who has said no hours is there at all hours. */
export const freeTogether = (minutes: number, one: readonly WeeklyHours[], other: readonly WeeklyHours[]): boolean => weeksMeet(minutes, weekOf(one), weekOf(other));

/** Whether they have an hour of the week together for a talk. */
export const canTalk = (one: readonly WeeklyHours[], other: readonly WeeklyHours[]): boolean => freeTogether(talk, one, other);

/** How many whole hours of the week they have together; null while either has said none. */
export function wholeHours(one: readonly WeeklyHours[], other: readonly WeeklyHours[]): number | null {
  const [first, second] = [weekOf(one), weekOf(other)];
  return first && second && wholeHoursOf(first, second);
}

/** So many minutes of one day for which the two would have to say the fewest hours more; null where either is free at all hours. */
export function hoursMissing(minutes: number, one: readonly WeeklyHours[], other: readonly WeeklyHours[]): WeeklyHours | null {
  let least: { readonly lacking: number; readonly from: number } | null = null;
  for (const [start, end] of stretches(one))
    for (const [opens, closes] of stretches(other)) {
      const [latest, earliest] = [Math.max(start, opens), Math.min(end, closes)];
      const lacking = minutes - (earliest - latest);
      if (!least || lacking < least.lacking) least = { lacking, from: Math.min(latest, earliest) };
    }
  if (!least) return null;
  const day = Math.min(6, Math.floor(least.from / dayMinutes));
  const from = Math.min(least.from - day * dayMinutes, dayMinutes - minutes);
  return { weekday: day + 1, from: clockOf(from), to: clockOf(from + minutes) };
}

function stretches(hours: readonly WeeklyHours[]): [number, number][] {
  const week = weekOf(hours) ?? new Int32Array();
  return Array.from({ length: week.length / 2 }, (_, at) => [week[2 * at]!, week[2 * at + 1]!]); // it is of pairs
}

const clockOf = (minute: number): string => [minute / 60, minute % 60].map((part) => String(Math.floor(part)).padStart(2, '0')).join(':');

function joined(spans: [number, number][]): [number, number][] {
  const sorted = spans.sort(([one], [other]) => one - other);
  const whole: [number, number][] = [];
  for (const [from, to] of sorted) {
    const last = whole.at(-1);
    if (last && from <= last[1]) last[1] = Math.max(last[1], to);
    else whole.push([from, to]);
  }
  return whole;
}
