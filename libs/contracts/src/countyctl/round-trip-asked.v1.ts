import { defineEvent } from '../event-contract.ts';
import { roundTrip } from '../facts.ts';

/** An operator wants to see every service of a county hear something and say something. Only the operator's tool may say this; it changes nothing. */
export const RoundTripAskedV1 = defineEvent('countyctl.round-trip-asked.v1', 'roundTripId', roundTrip);
