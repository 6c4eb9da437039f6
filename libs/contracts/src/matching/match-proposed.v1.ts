import { z } from 'zod';
import { defineEvent } from '../event-contract.ts';
import { idOf, instant, mentorRole } from '../facts.ts';

/** A mentor was proposed for a participant: a parent, or a caregiver household. */
export const MatchProposedV1 = defineEvent(
  'matching.match-proposed.v1',
  'proposalId',
  z.object({
    proposalId: idOf<'MatchProposal'>(),
    mentorRole: mentorRole,
    mentorId: idOf<'Person'>(),
    participantId: idOf<'Participant'>(),
    proposedAt: instant,
  }),
);
