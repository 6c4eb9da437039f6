import { clockRunsFrom, hoursAfter, type ClockStart, type DueWindow } from '@fc/domain-kernel';
import type { County } from '@fc/tenancy';

/** The first family time is due within the county's number of hours after the child entered custody. */
export function firstVisitWindow(removed: ClockStart, { timeZone, settings }: Pick<County, 'timeZone' | 'settings'>): DueWindow {
  const hours = settings.firstFamilyTimeHours;
  return {
    opens: clockRunsFrom(removed, timeZone),
    closes: hoursAfter(removed, hours, timeZone),
    rule: `FIRST_FAMILY_TIME_${hours}_HOURS_FROM_REMOVAL`,
    startedBy: 'REMOVAL',
    start: removed.at,
  };
}
