import { z } from 'zod';
import { defineEvent } from '../event-contract.ts';
import { idOf, instant, mentorRole } from '../facts.ts';

/** One side has prepared with its own mentor. */
export const PreparationHeldV1 = defineEvent(
  'meetings.preparation-held.v1',
  'preparationId',
  z.object({
    preparationId: idOf<'PreparationSession'>(),
    matchId: idOf<'MentorMatch'>(),
    connectionId: idOf<'FamilyConnection'>(),
    mentorRole: mentorRole,
    heldAt: instant,
  }),
);
