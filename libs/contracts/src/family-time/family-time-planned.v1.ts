import { z } from 'zod';
import { defineEvent } from '../event-contract.ts';
import { idOf, instant, visitSetting } from '../facts.ts';

/** A child and a parent have a plan for their time together. */
export const FamilyTimePlannedV1 = defineEvent(
  'family-time.family-time-planned.v1',
  'planId',
  z.object({
    planId: idOf<'FamilyTimePlan'>(),
    childId: idOf<'Child'>(),
    parentId: idOf<'Person'>(),
    setting: visitSetting,
    plannedAt: instant,
  }),
);
