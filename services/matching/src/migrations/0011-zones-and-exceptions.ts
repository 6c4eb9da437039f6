import { schemaStep } from '@fc/tenancy';

export const zonesAndExceptions = schemaStep(
  '0011-zones-and-exceptions',
  `alter table "mentor_profile" add "hours_exceptions" jsonb not null default '[]', add "time_zone" text null`,
);
