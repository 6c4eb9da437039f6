import type { SchemaStep } from '@fc/tenancy';
import { mentorNeeds } from './0001-mentor-needs.ts';

export const matchingSteps: readonly SchemaStep[] = [mentorNeeds];
