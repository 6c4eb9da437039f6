import type { SchemaStep } from '@fc/tenancy';
import { familiesAndPlacements } from './0001-families-and-placements.ts';
import { casesConsentsAndContact } from './0002-cases-consents-and-contact.ts';
import { partnersAndGrants } from './0003-partners-and-grants.ts';

export const identitySteps: readonly SchemaStep[] = [familiesAndPlacements, casesConsentsAndContact, partnersAndGrants];
