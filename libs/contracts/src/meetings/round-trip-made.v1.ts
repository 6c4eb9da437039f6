import { defineEvent } from '../event-contract.ts';
import { roundTrip } from '../facts.ts';

/** Meetings was asked to say something, and says it. It changes nothing for anybody. */
export const MeetingsRoundTripMadeV1 = defineEvent('meetings.round-trip-made.v1', 'roundTripId', roundTrip);
