import type { WeeklyHours } from '@fc/domain-kernel';

/** A talk takes so long, in minutes. */
const talk = 60;
const dayMinutes = 24 * 60;

const minuteOf = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));

/** The minutes of the week, from Monday 0:00, in which all of them hold; null while nobody has said any, which is at all hours. Each list may be empty: no word of theirs. */
export function hoursInCommon(...all: readonly (readonly WeeklyHours[])[]): [from: number, to: number][] | null {
  let common: [number, number][] | null = null;
  for (const hours of all) {
    if (hours.length === 0) continue;
    const spans = spansOf(hours);
    common = common === null ? spans : common.flatMap(([from, to]) => spans.map(([start, end]): [number, number] => [Math.max(from, start), Math.min(to, end)])).filter(([from, to]) => from < to);
  }
  return common;
}

/** Whether they have so many minutes of the week together at a stretch: shorter ones are none. */
export const freeTogether = (minutes: number, ...all: readonly (readonly WeeklyHours[])[]): boolean => minutes === 0 || (hoursInCommon(...all)?.some(([from, to]) => to - from >= minutes) ?? true);

/** Whether they have an hour of the week together for a talk. */
export const canTalk = (...all: readonly (readonly WeeklyHours[])[]): boolean => freeTogether(talk, ...all);

/** So many minutes of one day for which the two would have to say the fewest hours more; null where either is free at all hours. */
export function hoursMissing(minutes: number, one: readonly WeeklyHours[], other: readonly WeeklyHours[]): WeeklyHours | null {
  let least: { readonly lacking: number; readonly from: number } | null = null;
  for (const [start, end] of spansOf(one))
    for (const [opens, closes] of spansOf(other)) {
      const [latest, earliest] = [Math.max(start, opens), Math.min(end, closes)];
      const lacking = minutes - (earliest - latest);
      if (!least || lacking < least.lacking) least = { lacking, from: Math.min(latest, earliest) };
    }
  if (!least) return null;
  const day = Math.min(6, Math.floor(least.from / dayMinutes));
  const from = Math.min(least.from - day * dayMinutes, dayMinutes - minutes);
  return { weekday: day + 1, from: clockOf(from), to: clockOf(from + minutes) };
}

const clockOf = (minute: number): string => [minute / 60, minute % 60].map((part) => String(Math.floor(part)).padStart(2, '0')).join(':');

/** How many whole hours of the week they have together; null while nobody has said any. */
export function wholeHours(...all: readonly (readonly WeeklyHours[])[]): number | null {
  const common = hoursInCommon(...all);
  return common && Math.floor(common.reduce((sum, [from, to]) => sum + to - from, 0) / 60);
}

/** A run asks for the same lists over and over. */
const known = new WeakMap<readonly WeeklyHours[], [number, number][]>();

function spansOf(hours: readonly WeeklyHours[]): [number, number][] {
  const before = known.get(hours);
  if (before) return before;
  const spans = joined(hours.map(({ weekday, from, to }): [number, number] => [(weekday - 1) * dayMinutes + minuteOf(from), (weekday - 1) * dayMinutes + minuteOf(to)]));
  known.set(hours, spans);
  return spans;
}

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
