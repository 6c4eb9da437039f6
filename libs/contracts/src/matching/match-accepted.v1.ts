import { z } from 'zod';
import { defineEvent } from '../event-contract.ts';
import { idOf, instant, mentorRole } from '../facts.ts';

/** Mentor and participant both said yes. The participant is a parent, or a caregiver household. */
export const MatchAcceptedV1 = defineEvent(
  'matching.match-accepted.v1',
  'matchId',
  z.object({
    matchId: idOf<'MentorMatch'>(),
    mentorRole: mentorRole,
    mentorId: idOf<'Person'>(),
    participantId: idOf<'Participant'>(),
    acceptedAt: instant,
  }),
);
