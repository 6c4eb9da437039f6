import { z } from 'zod';
import { defineEvent } from '../event-contract.ts';
import { idOf, instant, mentorRole } from '../facts.ts';

/** A match is over. */
export const MatchEndedV1 = defineEvent(
  'matching.match-ended.v1',
  'matchId',
  z.object({
    matchId: idOf<'MentorMatch'>(),
    mentorRole: mentorRole,
    mentorId: idOf<'Person'>(),
    participantId: idOf<'Participant'>(),
    endedAt: instant,
  }),
);
