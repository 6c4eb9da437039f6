import { z } from 'zod';
import { defineEvent } from '../event-contract.ts';
import { exitReason, idOf, instant } from '../facts.ts';

/** A child left foster care. */
export const EpisodeExitedV1 = defineEvent(
  'identity.episode-exited.v1',
  'childId',
  z.object({
    episodeId: idOf<'FosterCareEpisode'>(),
    childId: idOf<'Child'>(),
    exitedAt: instant,
    reason: exitReason,
  }),
);
