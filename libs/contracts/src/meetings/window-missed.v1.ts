import { z } from 'zod';
import { defineEvent } from '../event-contract.ts';
import { idOf, instant, missReason } from '../facts.ts';

/** A window closed without what belonged in it, and somebody said why. */
export const WindowMissedV1 = defineEvent(
  'meetings.window-missed.v1',
  'windowId',
  z.object({
    windowId: idOf<'Window'>(),
    kind: z.enum(['COMFORT_CALL', 'ICEBREAKER', 'CONNECTIONS_MEETING']),
    placementId: idOf<'Placement'>().nullable(),
    closedAt: instant,
    reason: missReason,
  }),
);
