import type { SchemaStep } from '@fc/tenancy';
import { trainingAndReferrals } from './0001-training-and-referrals.ts';
import { mergedPeople } from './0002-merged-people.ts';

export const supportSteps: readonly SchemaStep[] = [trainingAndReferrals, mergedPeople];
