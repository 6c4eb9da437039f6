import type { SchemaStep } from '@fc/tenancy';
import { mentorsAndMatches } from './0001-mentors-and-matches.ts';

export const matchingSteps: readonly SchemaStep[] = [mentorsAndMatches];
