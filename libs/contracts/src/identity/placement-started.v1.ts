import { z } from 'zod';
import { defineEvent } from '../event-contract.ts';
import { clockStart, idOf, placementType } from '../facts.ts';

/** A child came to live somewhere. A household is named only where a caregiver family is. */
export const PlacementStartedV1 = defineEvent(
  'identity.placement-started.v1',
  'childId',
  z.object({
    placementId: idOf<'Placement'>(),
    childId: idOf<'Child'>(),
    episodeId: idOf<'FosterCareEpisode'>(),
    type: placementType,
    countsAsMove: z.boolean(),
    householdId: idOf<'CaregiverHousehold'>().nullable(),
    startedAt: clockStart,
    removedAt: clockStart,
    firstOfEpisode: z.boolean(),
    /** The placement that ended because of this one. */
    previousPlacementId: idOf<'Placement'>().nullable(),
    /** For a stay that is no move: the placement that goes on meanwhile. */
    besidePlacementId: idOf<'Placement'>().nullable().optional(),
  }),
);
