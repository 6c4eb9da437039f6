import { z } from 'zod';
import { defineEvent } from '../event-contract.ts';
import { idOf, instant } from '../facts.ts';

/** Two people who were to be connected by the bridge were not. Nothing says why. */
export const CallNotConnectedV1 = defineEvent(
  'identity.call-not-connected.v1',
  'comfortCallId',
  z.object({
    comfortCallId: idOf<'ComfortCall'>(),
    /** Until when the one who asked for it was to wait, as it was asked. */
    expiresAt: instant,
  }),
);
