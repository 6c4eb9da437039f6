import { z } from 'zod';
import { defineEvent } from '../event-contract.ts';
import { idOf, instant, visitSetting } from '../facts.ts';

/** A visit has a time. */
export const VisitScheduledV1 = defineEvent(
  'family-time.visit-scheduled.v1',
  'visitId',
  z.object({
    visitId: idOf<'FamilyTimeVisit'>(),
    planId: idOf<'FamilyTimePlan'>(),
    childId: idOf<'Child'>(),
    parentId: idOf<'Person'>(),
    scheduledFor: instant,
    setting: visitSetting,
  }),
);
