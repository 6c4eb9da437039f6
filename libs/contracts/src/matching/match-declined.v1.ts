import { z } from 'zod';
import { defineEvent } from '../event-contract.ts';
import { idOf, instant, mentorRole } from '../facts.ts';

/** One of the two did not want this match. */
export const MatchDeclinedV1 = defineEvent(
  'matching.match-declined.v1',
  'proposalId',
  z.object({
    proposalId: idOf<'MatchProposal'>(),
    mentorRole: mentorRole,
    mentorId: idOf<'Person'>(),
    participantId: idOf<'Participant'>(),
    declinedAt: instant,
  }),
);
