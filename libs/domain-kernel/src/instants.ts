import { DomainError } from './domain-error.ts';
import { Temporal } from './temporal.ts';

const isAfter = (one: Temporal.Instant, other: Temporal.Instant): boolean => Temporal.Instant.compare(one, other) > 0;

/**
 * For what has happened: `instant` is at or before `now`. Throws `DATE_IN_FUTURE`.
 * `what` begins the sentence that the person reads: 'The call'.
 */
export function requirePast(instant: Temporal.Instant, now: Temporal.Instant, what: string): Temporal.Instant {
  if (isAfter(instant, now)) throw new DomainError('DATE_IN_FUTURE', `${what} cannot be in the future.`);
  return instant;
}

/** For what is planned: `instant` is after `now`. Throws `DATE_IN_PAST`. */
export function requireFuture(instant: Temporal.Instant, now: Temporal.Instant, what: string): Temporal.Instant {
  if (!isAfter(instant, now)) throw new DomainError('DATE_IN_PAST', `${what} cannot be in the past.`);
  return instant;
}

/**
 * For what follows something else: `instant` is at or after `earliest`. Throws `DATE_TOO_EARLY`.
 * `event` names that other thing within the sentence: 'the placement'.
 */
export function requireNotBefore(instant: Temporal.Instant, earliest: Temporal.Instant, what: string, event: string): Temporal.Instant {
  if (isAfter(earliest, instant)) throw new DomainError('DATE_TOO_EARLY', `${what} cannot be before ${event}.`);
  return instant;
}
