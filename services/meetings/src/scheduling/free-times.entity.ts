import { DomainError, requireWeeklyHours, type Id, type Temporal, type WeeklyHours } from '@fc/domain-kernel';
import { column, defineEntity, make } from '@fc/tenancy';

const schema = defineEntity({
  name: 'FreeTimes',
  tableName: 'free_times',
  properties: {
    personId: column.ref<'Person'>().primary(),
    hours: column.json<readonly WeeklyHours[]>(),
    saidAt: column.instant(),
  },
});

/** The most parts of a week that somebody names. */
const most = 28;

/** When somebody has time for a meeting in an ordinary week, on the clocks of the county. Nobody else reads it: it serves to find slots. */
export class FreeTimes extends schema.class {
  static of(personId: Id<'Person'>, hours: readonly WeeklyHours[], saidAt: Temporal.Instant): FreeTimes {
    return make(FreeTimes, { personId, hours: requireSome(hours), saidAt });
  }

  /** Throws `INVALID_HOURS`, `MEETINGS.NO_HOURS`. */
  say(hours: readonly WeeklyHours[], at: Temporal.Instant): void {
    this.hours = requireSome(hours);
    this.saidAt = at;
  }
}
schema.setClass(FreeTimes);
export const freeTimesSchema = schema;

function requireSome(hours: readonly WeeklyHours[]): WeeklyHours[] {
  if (hours.length === 0 || hours.length > most) throw new DomainError('MEETINGS.NO_HOURS', `Name one to ${most} parts of the week in which you have time.`);
  return requireWeeklyHours(hours);
}
