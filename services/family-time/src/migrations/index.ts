import type { SchemaStep } from '@fc/tenancy';
import { plansAndVisits } from './0001-plans-and-visits.ts';
import { relativesAtVisits } from './0002-relatives-at-visits.ts';

export const familyTimeSteps: readonly SchemaStep[] = [plansAndVisits, relativesAtVisits];
