import { z } from 'zod';
import { defineEvent } from '../event-contract.ts';
import { idOf, instant, visitSetting } from '../facts.ts';

/** A child and a parent spent time together. */
export const VisitHeldV1 = defineEvent(
  'family-time.visit-held.v1',
  'visitId',
  z.object({
    visitId: idOf<'FamilyTimeVisit'>(),
    planId: idOf<'FamilyTimePlan'>(),
    childId: idOf<'Child'>(),
    parentId: idOf<'Person'>(),
    heldAt: instant,
    minutes: z.int().min(1),
    setting: visitSetting,
  }),
);
