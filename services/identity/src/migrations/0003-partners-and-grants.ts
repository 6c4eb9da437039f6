import { schemaStep } from '@fc/tenancy';

export const partnersAndGrants = schemaStep(
  '0003-partners-and-grants',
  `create table "partner" ("id" uuid not null, "organisation" text not null, "client_id" text not null, "version" int not null default 1, primary key ("id"))`,
  `alter table "partner" add constraint "partner_one_client" unique ("client_id")`,
  `create table "partner_grant" ("id" uuid not null, "partner_id" uuid not null, "purpose" text not null, "scopes" text[] not null, "connection_ids" text[] not null, "requests_per_minute" int not null, "cost_per_minute" int not null, "granted_by" uuid not null, "starts_at" timestamptz not null, "ends_at" timestamptz not null, "ended_at" timestamptz null, "version" int not null default 1, primary key ("id"))`,
  `create index "partner_grant_partner_id_index" on "partner_grant" ("partner_id")`,
  `create unique index "partner_grant_one_open" on "partner_grant" ("partner_id") where ended_at is null`,
);
