import { z } from 'zod';
import { defineEvent } from '../event-contract.ts';
import { idOf, instant } from '../facts.ts';

/** A family asked to take part, or a worker asked for them. */
export const ParticipationRequestedV1 = defineEvent(
  'identity.participation-requested.v1',
  'requestId',
  z.object({
    requestId: idOf<'ParticipationRequest'>(),
    as: z.enum(['PARENT', 'CAREGIVER']),
    requestedAt: instant,
  }),
);
