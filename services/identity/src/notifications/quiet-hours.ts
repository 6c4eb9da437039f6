import { Temporal } from '@fc/domain-kernel';

/** Local wall times between which nobody is written to; over midnight when `from` is the later one, none when they are equal. */
export interface QuietHours {
  readonly from: Temporal.PlainTime;
  readonly to: Temporal.PlainTime;
}

/** The first instant at or after `from` that lies in no quiet hours of that zone. */
export function afterQuietHours(instant: Temporal.Instant, { from, to }: QuietHours, zone: string): Temporal.Instant {
  const local = instant.toZonedDateTimeISO(zone);
  const time = local.toPlainTime();
  const isBefore = (one: Temporal.PlainTime, other: Temporal.PlainTime): boolean => Temporal.PlainTime.compare(one, other) < 0;
  const overMidnight = isBefore(to, from);
  const [hasBegun, isOver] = [!isBefore(time, from), !isBefore(time, to)];
  const isQuiet = overMidnight ? hasBegun || !isOver : hasBegun && !isOver;
  if (!isQuiet) return instant;
  const endDay = overMidnight && hasBegun ? local.toPlainDate().add({ days: 1 }) : local.toPlainDate();
  return endDay.toZonedDateTime({ timeZone: zone, plainTime: to }).toInstant();
}
