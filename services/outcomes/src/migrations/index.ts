import type { SchemaStep } from '@fc/tenancy';
import { factsAndJourneys } from './0001-facts-and-journeys.ts';

export const outcomesSteps: readonly SchemaStep[] = [factsAndJourneys];
