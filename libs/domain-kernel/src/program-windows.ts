import type { Temporal } from './temporal.ts';
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

export interface ReturnHomeClock extends DayCounting {
  /** When the child left foster care for home. */
  readonly returnedAt: Temporal.Instant;
}

/** An icebreaker is due again on day 3 to 5 after a child's return home (R03). */
export function returnHomeWindow({ returnedAt, ...counting }: ReturnHomeClock): DueWindow {
  return {
    ...dayWindow({ at: returnedAt, precision: 'MINUTE' }, 3, 5, counting),
    rule: `ICEBREAKER_3_TO_5_${counting.days}_DAYS_FROM_RETURN_HOME`,
    startedBy: 'RETURN_HOME',
    start: returnedAt,
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

export interface TargetClock {
  /** When the clock began to run, to the minute: a match, a meeting, a talk. */
  readonly from: Temporal.Instant;
  /** The county's setting, in calendar days. */
  readonly days: number;
  /** The county's IANA time zone. */
  readonly zone: string;
}

/** A side prepares with its mentor within so many days of the match (R14). */
export const preparationWindow = (clock: TargetClock): DueWindow => targetWindow(clock, 0, `PREPARATION_${clock.days}_DAYS_FROM_MATCH`, 'MATCH');

/** The Connections Meeting has a target of its own: so many days after the second match (decision 4). */
export const connectionsMeetingWindow = (clock: TargetClock): DueWindow => targetWindow(clock, 0, `CONNECTIONS_MEETING_${clock.days}_DAYS_FROM_SECOND_MATCH`, 'MATCH');

/** For how many days before its last one a talk is due. */
const daysForATalk = 3;

/** A side talks with its mentor again every so many days after they met, and after each talk (R09): due in the last days of them. */
export const followUpWindow = (clock: TargetClock): DueWindow => targetWindow(clock, Math.max(0, clock.days - daysForATalk), `FOLLOW_UP_EVERY_${clock.days}_DAYS`, 'TALK');

export interface ReviewClock {
  /** When the two families agreed. */
  readonly agreedAt: Temporal.Instant;
  /** The day on which they wanted to look at it again. */
  readonly on: Temporal.PlainDate;
  /** The county's IANA time zone. */
  readonly zone: string;
}

/** Two families look at their agreement again on the day that they chose, or in the week after it (R06). */
export function agreementReviewWindow({ agreedAt, on, zone }: ReviewClock): DueWindow {
  const [opens, closes] = [on, on.add({ days: 7 })].map((day) => day.toZonedDateTime(zone).toInstant()) as [Temporal.Instant, Temporal.Instant]; // two in, two out
  return { opens, closes, rule: 'AGREEMENT_REVIEW_ON_A_CHOSEN_DAY', startedBy: 'AGREEMENT', start: agreedAt };
}

export interface DecisionClock {
  /** When the meeting that decided it took place. */
  readonly decidedAt: Temporal.Instant;
  /** By the end of which day it is to be done. */
  readonly dueOn: Temporal.PlainDate;
  /** The county's IANA time zone. */
  readonly zone: string;
}

/** What a family meeting decided is done from the meeting on, until the day that it set is over. */
export const familyDecisionWindow = ({ decidedAt, dueOn, zone }: DecisionClock): DueWindow => ({
  ...{ opens: decidedAt, closes: dueOn.add({ days: 1 }).toZonedDateTime(zone).toInstant() },
  ...{ rule: 'FAMILY_DECISION_BY_A_CHOSEN_DAY', startedBy: 'FAMILY_MEETING', start: decidedAt },
});

export interface TransitionClock {
  /** When the child goes: the beginning of the planned day, or of the visit for which the child is at home already. */
  readonly at: Temporal.Instant;
  readonly startedBy: 'PLANNED_DAY' | 'TRIAL_HOME_VISIT';
  /** The county's IANA time zone. */
  readonly zone: string;
}

/** For how many days before a child goes it is time to see whether the child is prepared. */
const daysToPrepare = 14;

/** A child is prepared, and contact afterwards is talked about, before the child goes (R62). */
export const transitionWindow = ({ at, startedBy, zone }: TransitionClock): DueWindow => ({
  ...{ opens: at.toZonedDateTimeISO(zone).subtract({ days: daysToPrepare }).toInstant(), closes: at },
  ...{ rule: 'PREPARED_BEFORE_THE_CHILD_GOES', startedBy, start: at },
});

const targetWindow = ({ from, days, zone }: TargetClock, fromDay: number, rule: string, startedBy: string): DueWindow => ({
  ...dayWindow({ at: from, precision: 'MINUTE' }, fromDay, days, { zone, days: 'CALENDAR' }),
  ...{ rule, startedBy, start: from },
});
