import type { SchemaStep } from '@fc/tenancy';
import { trainingAndReferrals } from './0001-training-and-referrals.ts';
import { mergedPeople } from './0002-merged-people.ts';
import { perspectiveTaking } from './0003-perspective-taking.ts';
import { glossary } from './0004-glossary.ts';
import { organizations } from './0005-organizations.ts';
import { strengthenedFactors } from './0006-strengthened-factors.ts';

export const supportSteps: readonly SchemaStep[] = [trainingAndReferrals, mergedPeople, perspectiveTaking, glossary, organizations, strengthenedFactors];
