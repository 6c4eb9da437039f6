import { z } from 'zod';
import { defineEvent } from '../event-contract.ts';
import { idOf, instant } from '../facts.ts';

/** One parent and one caregiver household came together around these children. */
export const ConnectionOpenedV1 = defineEvent(
  'identity.connection-opened.v1',
  'connectionId',
  z.object({
    connectionId: idOf<'FamilyConnection'>(),
    parentId: idOf<'Person'>(),
    householdId: idOf<'CaregiverHousehold'>(),
    caregiverIds: z.array(idOf<'Person'>()).min(1).max(2),
    children: z.array(z.object({ childId: idOf<'Child'>(), placementId: idOf<'Placement'>() })).min(1),
    openedAt: instant,
  }),
);
