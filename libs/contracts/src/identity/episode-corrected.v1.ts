import { z } from 'zod';
import { defineEvent } from '../event-contract.ts';
import { clockStart, exitReason, idOf, instant } from '../facts.ts';

/** What was said of a stay in foster care has been put right: these are the facts from now on. */
export const EpisodeCorrectedV1 = defineEvent(
  'identity.episode-corrected.v1',
  'childId',
  z.object({
    episodeId: idOf<'FosterCareEpisode'>(),
    childId: idOf<'Child'>(),
    removedAt: clockStart,
    /** Both null while the child is in care. */
    exitedAt: instant.nullable(),
    reason: exitReason.nullable(),
    /** Whether no later stay of this child is known. */
    latestOfChild: z.boolean(),
  }),
);
