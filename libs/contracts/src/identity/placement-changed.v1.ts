import { z } from 'zod';
import { defineEvent } from '../event-contract.ts';
import { idOf, instant, placementType } from '../facts.ts';

/** The home where a child lives is a placement of another type from then on. The child has not moved. */
export const PlacementChangedV1 = defineEvent(
  'identity.placement-changed.v1',
  'childId',
  z.object({
    placementId: idOf<'Placement'>(),
    childId: idOf<'Child'>(),
    type: placementType,
    changedAt: instant,
  }),
);
