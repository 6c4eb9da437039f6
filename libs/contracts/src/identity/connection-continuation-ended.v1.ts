import { z } from 'zod';
import { defineEvent } from '../event-contract.ts';
import { idOf, instant } from '../facts.ts';

/** One of two families that stayed in touch after the case no longer wishes to. */
export const ConnectionContinuationEndedV1 = defineEvent(
  'identity.connection-continuation-ended.v1',
  'connectionId',
  z.object({
    connectionId: idOf<'FamilyConnection'>(),
    endedAt: instant,
  }),
);
