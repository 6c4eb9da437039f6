import { schemaStep } from '@fc/tenancy';

export const erasuresInServices = schemaStep(
  '0023-erasures-in-services',
  `create table "erasure_report" ("person_id" uuid not null, "service" text not null, "kinds" text[] not null, "done_at" timestamptz not null, primary key ("person_id", "service"))`,
);
