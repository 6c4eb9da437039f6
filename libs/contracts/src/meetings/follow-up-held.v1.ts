import { z } from 'zod';
import { defineEvent } from '../event-contract.ts';
import { idOf, instant, mentorRole } from '../facts.ts';

/** One side has talked again with its own mentor. */
export const FollowUpHeldV1 = defineEvent(
  'meetings.follow-up-held.v1',
  'followUpId',
  z.object({
    followUpId: idOf<'FollowUpSession'>(),
    matchId: idOf<'MentorMatch'>(),
    connectionId: idOf<'FamilyConnection'>(),
    mentorRole: mentorRole,
    heldAt: instant,
  }),
);
