import type { SchemaStep } from '@fc/tenancy';
import { familiesAndPlacements } from './0001-families-and-placements.ts';

export const identitySteps: readonly SchemaStep[] = [familiesAndPlacements];
