import { contractingStep } from '@fc/tenancy';

export const relativesAtVisits = contractingStep(
  '0002-relatives-at-visits',
  `alter table "family_time_visit" add "relative_ids" text[] not null default '{}'`,
  `alter table "family_time_visit" alter column "relative_ids" drop default`,
);
