import { clockRunsFrom, dayWindow, hoursAfter, type ClockStart, type DayCounting, type DueWindow } from './windows.ts';

export interface ComfortCallClock {
  /** Absent where the removal is not recorded. */
  readonly removedAt?: ClockStart;
  readonly placedAt: ClockStart;
  readonly firstPlacementOfEpisode: boolean;
  /** The county's setting. REMOVAL counts for the first placement of an episode; a later one starts its own clock. */
  readonly clock: 'PLACEMENT' | 'REMOVAL';
  /** The county's IANA time zone. */
  readonly zone: string;
}

/** The comfort call is due within 24 hours of the placement or, where the county says so, of the removal. */
export function comfortCallWindow({ removedAt, placedAt, firstPlacementOfEpisode, clock, zone }: ComfortCallClock): DueWindow {
  const fromRemoval = clock === 'REMOVAL' && firstPlacementOfEpisode ? removedAt : undefined;
  const start = fromRemoval ?? placedAt;
  const startedBy = fromRemoval ? 'REMOVAL' : 'PLACEMENT';
  return {
    opens: clockRunsFrom(start, zone),
    closes: hoursAfter(start, 24, zone),
    rule: `COMFORT_CALL_24_HOURS_FROM_${startedBy}`,
    startedBy,
    start: start.at,
  };
}

export interface IcebreakerClock extends DayCounting {
  readonly placedAt: ClockStart;
}

/** The icebreaker is due on day 3 to 5 after the placement. */
export function icebreakerWindow({ placedAt, ...counting }: IcebreakerClock): DueWindow {
  return {
    ...dayWindow(placedAt, 3, 5, counting),
    rule: `ICEBREAKER_3_TO_5_${counting.days}_DAYS_FROM_PLACEMENT`,
    startedBy: 'PLACEMENT',
    start: placedAt.at,
  };
}

export interface RelativeNoticeClock {
  readonly removedAt: ClockStart;
  /** The county's IANA time zone. */
  readonly zone: string;
}

/** Relatives are told of a removal by the end of day 30 after it (R65). */
export function relativeNoticeWindow({ removedAt, zone }: RelativeNoticeClock): DueWindow {
  return {
    ...dayWindow(removedAt, 0, 30, { zone, days: 'CALENDAR' }),
    rule: 'RELATIVE_NOTICE_30_DAYS_FROM_REMOVAL',
    startedBy: 'REMOVAL',
    start: removedAt.at,
  };
}
