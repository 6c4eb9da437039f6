import { z } from 'zod';
import { defineEvent } from '../event-contract.ts';
import { idOf, instant } from '../facts.ts';

/** Parent and caregiver spoke to each other for the first time. */
export const ComfortCallHeldV1 = defineEvent(
  'meetings.comfort-call-held.v1',
  'comfortCallId',
  z.object({
    comfortCallId: idOf<'ComfortCall'>(),
    placementId: idOf<'Placement'>(),
    connectionId: idOf<'FamilyConnection'>(),
    heldAt: instant,
    withinWindow: z.boolean(),
  }),
);
