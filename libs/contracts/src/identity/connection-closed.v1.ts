import { z } from 'zod';
import { defineEvent } from '../event-contract.ts';
import { idOf, instant } from '../facts.ts';

/** The program no longer works with this connection. */
export const ConnectionClosedV1 = defineEvent(
  'identity.connection-closed.v1',
  'connectionId',
  z.object({
    connectionId: idOf<'FamilyConnection'>(),
    closedAt: instant,
  }),
);
