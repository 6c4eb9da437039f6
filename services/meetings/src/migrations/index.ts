import type { SchemaStep } from '@fc/tenancy';
import { firstContactsAndMeetings } from './0001-first-contacts-and-meetings.ts';
import { plansWithinTheCasePlan } from './0002-plans-within-the-case-plan.ts';

export const meetingsSteps: readonly SchemaStep[] = [
  firstContactsAndMeetings,
  plansWithinTheCasePlan,
];
