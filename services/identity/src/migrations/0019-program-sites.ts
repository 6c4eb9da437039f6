import { schemaStep } from '@fc/tenancy';

export const programSites = schemaStep(
  '0019-program-sites',
  `create table "program_site" ("id" uuid not null, "kind" text not null, "name" text not null, "registered_at" timestamptz not null, primary key ("id"))`,
  `alter table "program_site" add constraint "program_site_one_name" unique ("name")`,
  `create table "site_lead" ("id" uuid not null, "site_id" uuid not null, "person_id" uuid not null, "starts_at" timestamptz not null, "ends_at" timestamptz null, "version" int not null default 1, primary key ("id"))`,
  `create index "site_lead_site_id_index" on "site_lead" ("site_id")`,
  `create index "site_lead_person_id_index" on "site_lead" ("person_id")`,
  `create unique index "site_lead_one_open" on "site_lead" ("site_id", "person_id") where ends_at is null`,
  `alter table "confidential_fact" add "site_id" uuid null, add "ended_at" timestamptz null`,
  `create index "confidential_fact_site_id_index" on "confidential_fact" ("site_id")`,
  `create unique index "confidential_fact_one_site" on "confidential_fact" ("person_id", "site_id") where ended_at is null`,
  `alter table "program_site" add constraint "program_site_kind_check" check ("kind" in ('TREATMENT_COURT', 'COMMUNITY'))`,
);
