import { contractingStep } from '@fc/tenancy';

export const erasuresOfRelatives = contractingStep(
  '0028-erasures-of-relatives',
  `alter table "erasure" add "of_relative" boolean not null default false, add "reason" text null`,
  `alter table "erasure" alter column "of_relative" drop default`,
);
