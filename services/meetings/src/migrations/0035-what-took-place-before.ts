import { schemaStep } from '@fc/tenancy';

export const whatTookPlaceBefore = schemaStep(
  '0035-what-took-place-before',
  `alter table "comfort_call" add column "suspended_at" timestamptz null, add column "closed_at" timestamptz null`,
  `alter table "icebreaker" add column "suspended_at" timestamptz null, add column "closed_at" timestamptz null`,
);
