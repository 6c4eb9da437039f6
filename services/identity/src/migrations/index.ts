import type { SchemaStep } from '@fc/tenancy';
import { familiesAndPlacements } from './0001-families-and-placements.ts';
import { casesConsentsAndContact } from './0002-cases-consents-and-contact.ts';

export const identitySteps: readonly SchemaStep[] = [familiesAndPlacements, casesConsentsAndContact];
