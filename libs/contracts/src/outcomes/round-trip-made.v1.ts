import { defineEvent } from '../event-contract.ts';
import { roundTrip } from '../facts.ts';

/** Outcomes was asked to say something, and says it. It changes nothing for anybody. */
export const OutcomesRoundTripMadeV1 = defineEvent('outcomes.round-trip-made.v1', 'roundTripId', roundTrip);
