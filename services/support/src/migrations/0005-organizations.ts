import { schemaStep } from '@fc/tenancy';

export const organizations = schemaStep(
  '0005-organizations',
  `create table "organization" ("id" uuid not null, "name" text not null, "alternate_name" text null, "description" text not null, "website" text not null, "kind" text not null, "scope" text not null, "offers" text[] not null, "languages" text[] not null, "advocacy" text null, "added_at" timestamptz not null, "withdrawn_at" timestamptz null, "version" int not null default 1, primary key ("id"))`,
  `alter table "organization" add constraint "organization_kind_check" check ("kind" in ('PARTNERSHIP', 'PARENT_NETWORK', 'CAREGIVER_NETWORK', 'YOUTH_NETWORK', 'CAMPAIGN', 'FOUNDATION', 'INFORMATION_SERVICE', 'LEGAL', 'TRIBAL', 'COMMUNITY'))`,
  `alter table "organization" add constraint "organization_scope_check" check ("scope" in ('STATE', 'COUNTY'))`,
  // One that was taken out may come in again.
  `create unique index "organization_one_name" on "organization" ("name") where withdrawn_at is null`,
);
