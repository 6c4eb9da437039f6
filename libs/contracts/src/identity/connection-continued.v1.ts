import { z } from 'zod';
import { defineEvent } from '../event-contract.ts';
import { idOf, instant } from '../facts.ts';

/** The case is closed, and both families have agreed anew to stay in touch. Nobody of staff is on it. */
export const ConnectionContinuedV1 = defineEvent(
  'identity.connection-continued.v1',
  'connectionId',
  z.object({
    connectionId: idOf<'FamilyConnection'>(),
    continuedAt: instant,
  }),
);
