import { z } from 'zod';
import { defineEvent } from '../event-contract.ts';
import { clockStart, idOf, instant, placementType } from '../facts.ts';

/** What was said of a placement has been put right: these are the facts from now on. Where the child lived is none of them. */
export const PlacementCorrectedV1 = defineEvent(
  'identity.placement-corrected.v1',
  'childId',
  z.object({
    placementId: idOf<'Placement'>(),
    childId: idOf<'Child'>(),
    episodeId: idOf<'FosterCareEpisode'>(),
    type: placementType,
    countsAsMove: z.boolean(),
    startedAt: clockStart,
    removedAt: clockStart,
    endedAt: instant.nullable(),
    firstOfEpisode: z.boolean(),
  }),
);
