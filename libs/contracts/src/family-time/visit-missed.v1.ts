import { z } from 'zod';
import { defineEvent } from '../event-contract.ts';
import { idOf, instant } from '../facts.ts';

/** A visit was to take place, and one of the two did not come. */
export const VisitMissedV1 = defineEvent(
  'family-time.visit-missed.v1',
  'visitId',
  z.object({
    visitId: idOf<'FamilyTimeVisit'>(),
    planId: idOf<'FamilyTimePlan'>(),
    childId: idOf<'Child'>(),
    parentId: idOf<'Person'>(),
    absent: z.enum(['PARENT', 'CHILD']),
    missedAt: instant,
  }),
);
