import { defineEvent } from '../event-contract.ts';
import { roundTrip } from '../facts.ts';

/** Identity was asked to say something, and says it. It changes nothing for anybody. */
export const IdentityRoundTripMadeV1 = defineEvent('identity.round-trip-made.v1', 'roundTripId', roundTrip);
