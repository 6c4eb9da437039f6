import { z } from 'zod';
import { defineEvent } from '../event-contract.ts';
import { idOf, instant } from '../facts.ts';

/** A planned visit will not take place as planned. Nothing says why. */
export const VisitSuspendedV1 = defineEvent(
  'family-time.visit-suspended.v1',
  'visitId',
  z.object({
    visitId: idOf<'FamilyTimeVisit'>(),
    planId: idOf<'FamilyTimePlan'>(),
    childId: idOf<'Child'>(),
    parentId: idOf<'Person'>(),
    suspendedAt: instant,
  }),
);
