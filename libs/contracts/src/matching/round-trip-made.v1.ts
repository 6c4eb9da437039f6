import { defineEvent } from '../event-contract.ts';
import { roundTrip } from '../facts.ts';

/** Matching was asked to say something, and says it. It changes nothing for anybody. */
export const MatchingRoundTripMadeV1 = defineEvent('matching.round-trip-made.v1', 'roundTripId', roundTrip);
