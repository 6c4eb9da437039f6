import { z } from 'zod';
import { defineEvent } from '../event-contract.ts';
import { idOf, instant } from '../facts.ts';

/** A comfort call belongs in this window. */
export const ComfortCallDueV1 = defineEvent(
  'meetings.comfort-call-due.v1',
  'comfortCallId',
  z.object({
    comfortCallId: idOf<'ComfortCall'>(),
    placementId: idOf<'Placement'>(),
    childId: idOf<'Child'>(),
    opensAt: instant,
    closesAt: instant,
  }),
);
