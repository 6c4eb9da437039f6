import type { SchemaStep } from '@fc/tenancy';
import { trainingAndReferrals } from './0001-training-and-referrals.ts';

export const supportSteps: readonly SchemaStep[] = [trainingAndReferrals];
