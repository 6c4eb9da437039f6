import { schemaStep } from '@fc/tenancy';

export const kinAndArrivals = schemaStep(
  '0010-kin-and-arrivals',
  `create table "child_kin" ("child_id" uuid not null, "person_id" uuid not null, primary key ("child_id", "person_id"))`,
  `alter table "mentor_need" add "look_due" boolean not null default false`,
);
