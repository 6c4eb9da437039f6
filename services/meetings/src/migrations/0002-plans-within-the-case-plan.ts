import { schemaStep } from '@fc/tenancy';

export const plansWithinTheCasePlan = schemaStep(
  '0002-plans-within-the-case-plan',
  `alter table "communication_plan" add "channels" text[] not null default '{}', add "times_per_week" int null`,
);
