import { z } from 'zod';
import { defineEvent } from '../event-contract.ts';
import { idOf, instant, plannedContact } from '../facts.ts';

/** A caregiver asks to be connected with the parent for their first call, so that neither sees the other's number. */
export const CallRequestedV1 = defineEvent(
  'meetings.call-requested.v1',
  'comfortCallId',
  z.object({
    comfortCallId: idOf<'ComfortCall'>(),
    /** Whose phone rings first. */
    callerId: idOf<'Person'>(),
    calleeId: idOf<'Person'>(),
    /** After that nobody waits for it any more, and no phone rings. */
    expiresAt: instant,
    /** What the ledger is asked about before it rings. */
    contact: plannedContact,
  }),
);
