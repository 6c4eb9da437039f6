import { z } from 'zod';
import { defineEvent } from '../event-contract.ts';
import { idOf, instant } from '../facts.ts';

/** A child left the household of a connection. */
export const ConnectionChildLeftV1 = defineEvent(
  'identity.connection-child-left.v1',
  'connectionId',
  z.object({
    connectionId: idOf<'FamilyConnection'>(),
    childId: idOf<'Child'>(),
    placementId: idOf<'Placement'>(),
    at: instant,
  }),
);
