import { DomainError, Temporal } from '@fc/domain-kernel';
import { LocalDate } from '@fc/subgraph';
import { Field, InputType, ObjectType } from '@nestjs/graphql';

/** Days on which somebody cannot be had, from the first to the last. */
export interface DaysAway {
  readonly from: Temporal.PlainDate;
  readonly until: Temporal.PlainDate;
}

/** The same as it is kept: ISO dates. */
export interface KeptDaysAway {
  readonly from: string;
  readonly until: string;
}

@InputType()
export class DaysAwayInput implements DaysAway {
  @Field(() => LocalDate)
  from!: Temporal.PlainDate;

  @Field(() => LocalDate, { description: 'The last day; the first one again for one day.' })
  until!: Temporal.PlainDate;
}

@ObjectType('DaysAway')
export class DaysAwayView implements DaysAway {
  @Field(() => LocalDate)
  from!: Temporal.PlainDate;

  @Field(() => LocalDate, { description: 'The last day.' })
  until!: Temporal.PlainDate;

  static from({ from, until }: KeptDaysAway): DaysAwayView {
    return Object.assign(new DaysAwayView(), { from: Temporal.PlainDate.from(from), until: Temporal.PlainDate.from(until) });
  }
}

const most = 50;

/** The earliest first. Throws `MATCHING.LEAVE_ENDS_FIRST`, `MATCHING.TOO_MANY_DAYS_AWAY`. */
export function requireDaysAway(days: readonly DaysAway[]): KeptDaysAway[] {
  if (days.length > most) throw new DomainError('MATCHING.TOO_MANY_DAYS_AWAY', `Name up to ${most} times away.`);
  for (const { from, until } of days) requireInOrder(from, until);
  return days.map(({ from, until }) => ({ from: from.toString(), until: until.toString() })).sort((one, other) => (one.from < other.from ? -1 : 1));
}

/** Throws `MATCHING.LEAVE_ENDS_FIRST`. */
export function requireInOrder(from: Temporal.PlainDate, until: Temporal.PlainDate): void {
  if (Temporal.PlainDate.compare(until, from) < 0) throw new DomainError('MATCHING.LEAVE_ENDS_FIRST', 'A leave cannot end before it begins.');
}

/** When somebody is on leave, and on which days they are away beside it. */
export interface Leave {
  readonly awayFrom?: Temporal.PlainDate | null;
  readonly awayUntil?: Temporal.PlainDate | null;
  readonly daysAway: readonly KeptDaysAway[];
}

/** Whether a mentor is on leave that day, or cannot be had on it and so many days in all from it on: who could not even answer is asked later. */
export function isAway(leave: Leave, day: Temporal.PlainDate, days: number): boolean {
  if (isOnLeave({ ...leave, daysAway: [] }, day)) return true;
  return Array.from({ length: days }, (_, at) => day.add({ days: at })).every((date) => isOnLeave(leave, date));
}

/** Whether they are away on that day, for whatever reason. */
export function isOnLeave({ awayFrom, awayUntil, daysAway }: Leave, day: Temporal.PlainDate): boolean {
  const { compare } = Temporal.PlainDate;
  if (Boolean(awayFrom ?? awayUntil) && (!awayFrom || compare(awayFrom, day) <= 0) && (!awayUntil || compare(day, awayUntil) <= 0)) return true;
  const date = day.toString();
  return daysAway.some(({ from, until }) => from <= date && date <= until);
}
