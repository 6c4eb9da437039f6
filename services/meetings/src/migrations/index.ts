import type { SchemaStep } from '@fc/tenancy';
import { firstContactsAndMeetings } from './0001-first-contacts-and-meetings.ts';

export const meetingsSteps: readonly SchemaStep[] = [firstContactsAndMeetings];
