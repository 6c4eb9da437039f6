export { DomainError, forbidden, notFound } from './domain-error.ts';
export { idTime, isId, newId, parseId, type Id } from './ids.ts';
export { parseCountySlug, slugReserved, type CountySlug } from './county-slug.ts';
export { Temporal } from './temporal.ts';
export { Clock, SystemClock } from './clock.ts';
export { requireFuture, requireNotBefore, requirePast } from './instants.ts';
export { languageTag } from './language.ts';
export { requireText, type TextRule } from './text.ts';
export { clockRunsFrom, dayWindow, hoursAfter, windowState, type ClockStart, type DayCount, type DayCounting, type DueWindow, type Precision, type Span, type WindowState } from './windows.ts';
export {
  agreementReviewWindow,
  comfortCallWindow,
  connectionsMeetingWindow,
  familyDecisionWindow,
  followUpWindow,
  icebreakerWindow,
  preparationWindow,
  relativeNoticeWindow,
  returnHomeWindow,
  transitionWindow,
  type ComfortCallClock,
  type DecisionClock,
  type IcebreakerClock,
  type RelativeNoticeClock,
  type ReturnHomeClock,
  type ReviewClock,
  type TargetClock,
  type TransitionClock,
} from './program-windows.ts';
export { coverWhole, partsHeld, requireWeeklyHours, type HoldingTime, type WeeklyHours } from './weekly-hours.ts';
