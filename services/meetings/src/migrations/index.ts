import type { SchemaStep } from '@fc/tenancy';
import { firstContactsAndMeetings } from './0001-first-contacts-and-meetings.ts';
import { plansWithinTheCasePlan } from './0002-plans-within-the-case-plan.ts';
import { relativesAtMeetings } from './0003-relatives-at-meetings.ts';
import { deadlines } from './0004-deadlines.ts';
import { relationshipGuide } from './0005-relationship-guide.ts';

export const meetingsSteps: readonly SchemaStep[] = [
  firstContactsAndMeetings,
  plansWithinTheCasePlan,
  relativesAtMeetings,
  deadlines,
  relationshipGuide,
];
