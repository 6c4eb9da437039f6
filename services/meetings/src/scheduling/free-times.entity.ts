import { DomainError, requireWeeklyHours, type Id, type Temporal, type WeeklyHours } from '@fc/domain-kernel';
import { column, defineEntity, make } from '@fc/tenancy';
import { longestTravel } from './appointments.ts';

const schema = defineEntity({
  name: 'FreeTimes',
  tableName: 'free_times',
  properties: {
    personId: column.ref<'Person'>().primary(),
    hours: column.json<readonly WeeklyHours[]>(),
    /** How many minutes they need to a meeting, and as many back; null for what the county counts. */
    travelMinutes: column.integer().nullable(),
    saidAt: column.instant(),
  },
});

/** The most parts of a week that somebody names. */
const most = 28;

export interface SaidTimes {
  readonly hours: readonly WeeklyHours[];
  readonly travelMinutes?: number | null | undefined;
}

/** When somebody has time for a meeting in an ordinary week, on the clocks of the county. Nobody else reads it: it serves to find slots. */
export class FreeTimes extends schema.class {
  /** Throws `INVALID_HOURS`, `MEETINGS.NO_HOURS`, `MEETINGS.INVALID_TRAVEL`. */
  static of(personId: Id<'Person'>, said: SaidTimes, saidAt: Temporal.Instant): FreeTimes {
    return make(FreeTimes, { personId, hours: requireSome(said.hours), travelMinutes: requireWay(said.travelMinutes), saidAt });
  }

  /** Throws as `of`. */
  say(said: SaidTimes, at: Temporal.Instant): void {
    this.hours = requireSome(said.hours);
    this.travelMinutes = requireWay(said.travelMinutes);
    this.saidAt = at;
  }
}
schema.setClass(FreeTimes);
export const freeTimesSchema = schema;

function requireSome(hours: readonly WeeklyHours[]): WeeklyHours[] {
  if (hours.length === 0 || hours.length > most) throw new DomainError('MEETINGS.NO_HOURS', `Name one to ${most} parts of the week in which you have time.`);
  return requireWeeklyHours(hours);
}

function requireWay(minutes: number | null | undefined): number | null {
  if (minutes != null && (!Number.isInteger(minutes) || minutes < 0 || minutes > longestTravel)) throw new DomainError('MEETINGS.INVALID_TRAVEL', `The way to a meeting takes 0 to ${longestTravel} minutes.`);
  return minutes ?? null;
}
