import { defineEvent } from '../event-contract.ts';
import { roundTrip } from '../facts.ts';

/** Support was asked to say something, and says it. It changes nothing for anybody. */
export const SupportRoundTripMadeV1 = defineEvent('support.round-trip-made.v1', 'roundTripId', roundTrip);
