import { z } from 'zod';
import { defineEvent } from '../event-contract.ts';
import { idOf, instant } from '../facts.ts';

/** A child no longer lives there. */
export const PlacementEndedV1 = defineEvent(
  'identity.placement-ended.v1',
  'childId',
  z.object({
    placementId: idOf<'Placement'>(),
    childId: idOf<'Child'>(),
    endedAt: instant,
  }),
);
