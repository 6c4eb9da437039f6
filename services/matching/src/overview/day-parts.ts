import type { WeeklyHours } from '@fc/domain-kernel';
import { canTalk } from '../engine/hours.ts';

const days = { WEEKDAY: [1, 2, 3, 4, 5], WEEKEND: [6, 7] } as const;
const clocks = { MORNING: ['00:00', '12:00'], AFTERNOON: ['12:00', '17:00'], EVENING: ['17:00', '24:00'] } as const;

const part = (when: keyof typeof days, clock: keyof typeof clocks): readonly WeeklyHours[] => days[when].map((weekday) => ({ weekday, from: clocks[clock][0], to: clocks[clock][1] }));

/** When somebody can be looked for who could talk then: on the clocks of the county. */
export const dayParts = {
  WEEKDAY_MORNING: part('WEEKDAY', 'MORNING'),
  WEEKDAY_AFTERNOON: part('WEEKDAY', 'AFTERNOON'),
  WEEKDAY_EVENING: part('WEEKDAY', 'EVENING'),
  WEEKEND_MORNING: part('WEEKEND', 'MORNING'),
  WEEKEND_AFTERNOON: part('WEEKEND', 'AFTERNOON'),
  WEEKEND_EVENING: part('WEEKEND', 'EVENING'),
} as const;
export type DayPart = keyof typeof dayParts;

const names = Object.keys(dayParts) as DayPart[];

/** The parts of the week in which somebody could have a talk; whoever has said no hours could in all of them. */
export const partsFor = (hours: readonly WeeklyHours[]): DayPart[] => names.filter((name) => canTalk(hours, dayParts[name]));
