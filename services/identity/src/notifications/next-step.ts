import { Temporal } from '@fc/domain-kernel';
import type { DeliveryMethod } from '../delivery/delivery-channel.ts';
import { quietHoursOf, type WantedMessages } from './notification-preferences.entity.ts';
import { afterQuietHours } from './quiet-hours.ts';

export interface Occasion {
  readonly expiresAt: Temporal.Instant;
  readonly givenUp: readonly `${DeliveryMethod}`[];
  readonly wanted: WantedMessages;
  /** The methods for which the person has an address and the operator a provider. */
  readonly possible: readonly `${DeliveryMethod}`[];
  /** How many messages the person has had on this local day. */
  readonly sentToday: number;
  readonly now: Temporal.Instant;
  /** The county's IANA zone. */
  readonly zone: string;
}

export type NextStep = { readonly do: 'send'; readonly by: `${DeliveryMethod}` } | { readonly do: 'wait'; readonly until: Temporal.Instant } | { readonly do: 'skip' } | { readonly do: 'give-up' };

/**
 * What becomes of a message now. Nobody is written to who has not asked for it, in their quiet hours, more often than they
 * like, or too late; where no way is left, a person has to call.
 */
export function nextStep({ expiresAt, givenUp, wanted, possible, sentToday, now, zone }: Occasion): NextStep {
  if (wanted.methods.length === 0 || Temporal.Instant.compare(now, expiresAt) >= 0) return { do: 'skip' };
  const by = wanted.methods.find((method) => possible.includes(method) && !givenUp.includes(method));
  if (!by) return { do: 'give-up' };
  const earliest = sentToday < wanted.mostPerDay ? now : startOfTomorrow(now, zone);
  const until = afterQuietHours(earliest, quietHoursOf(wanted), zone);
  if (Temporal.Instant.compare(until, now) <= 0) return { do: 'send', by };
  return Temporal.Instant.compare(until, expiresAt) < 0 ? { do: 'wait', until } : { do: 'give-up' };
}

export const startOfToday = (now: Temporal.Instant, zone: string): Temporal.Instant => now.toZonedDateTimeISO(zone).startOfDay().toInstant();

const startOfTomorrow = (now: Temporal.Instant, zone: string): Temporal.Instant => now.toZonedDateTimeISO(zone).add({ days: 1 }).startOfDay().toInstant();
