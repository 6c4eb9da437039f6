import { z } from 'zod';
import { defineEvent } from '../event-contract.ts';
import { idOf, instant } from '../facts.ts';

/** A planned visit does not take place. */
export const VisitCancelledV1 = defineEvent(
  'family-time.visit-cancelled.v1',
  'visitId',
  z.object({
    visitId: idOf<'FamilyTimeVisit'>(),
    planId: idOf<'FamilyTimePlan'>(),
    childId: idOf<'Child'>(),
    parentId: idOf<'Person'>(),
    cancelledAt: instant,
  }),
);
