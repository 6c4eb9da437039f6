import type { SchemaStep } from '@fc/tenancy';
import { factsAndJourneys } from './0001-facts-and-journeys.ts';
import { readiness } from './0002-readiness.ts';

export const outcomesSteps: readonly SchemaStep[] = [factsAndJourneys, readiness];
