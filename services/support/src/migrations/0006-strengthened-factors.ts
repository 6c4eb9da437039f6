import { schemaStep } from '@fc/tenancy';

export const strengthenedFactors = schemaStep('0006-strengthened-factors', `alter table "organization" add column "strengthens" text[] not null default '{}'`);
