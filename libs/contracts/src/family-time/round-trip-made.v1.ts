import { defineEvent } from '../event-contract.ts';
import { roundTrip } from '../facts.ts';

/** Family time was asked to say something, and says it. It changes nothing for anybody. */
export const FamilyTimeRoundTripMadeV1 = defineEvent('family-time.round-trip-made.v1', 'roundTripId', roundTrip);
