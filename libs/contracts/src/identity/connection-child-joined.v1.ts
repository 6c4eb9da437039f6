import { z } from 'zod';
import { defineEvent } from '../event-contract.ts';
import { idOf, instant } from '../facts.ts';

/** A child came to the household of an open connection. */
export const ConnectionChildJoinedV1 = defineEvent(
  'identity.connection-child-joined.v1',
  'connectionId',
  z.object({
    connectionId: idOf<'FamilyConnection'>(),
    childId: idOf<'Child'>(),
    placementId: idOf<'Placement'>(),
    at: instant,
  }),
);
