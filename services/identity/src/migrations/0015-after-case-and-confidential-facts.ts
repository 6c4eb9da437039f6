import { schemaStep } from '@fc/tenancy';

export const afterCaseAndConfidentialFacts = schemaStep(
  '0015-after-case-and-confidential-facts',
  `create table "after_case_consent" ("id" uuid not null, "connection_id" uuid not null, "person_id" uuid not null, "given_how" text not null, "given_at" timestamptz not null, "withdrawn_at" timestamptz null, "version" int not null default 1, primary key ("id"))`,
  `create index "after_case_consent_connection_id_index" on "after_case_consent" ("connection_id")`,
  `create unique index "after_case_consent_one_each" on "after_case_consent" ("connection_id", "person_id") where withdrawn_at is null`,
  `create table "confidential_fact" ("id" uuid not null, "person_id" uuid not null, "text" text not null, "recorded_by" uuid not null, "recorded_at" timestamptz not null, primary key ("id"))`,
  `create index "confidential_fact_person_id_index" on "confidential_fact" ("person_id")`,
  `create table "written_consent" ("id" uuid not null, "person_id" uuid not null, "patient_name" text not null, "disclosed_by" text not null, "recipient_person_id" uuid not null, "information" text not null, "fact_ids" text[] not null, "purpose" text not null, "signed_on" date not null, "expires_on" date not null, "document" text not null, "recorded_by" uuid not null, "revoked_at" timestamptz null, "version" int not null default 1, primary key ("id"))`,
  `create index "written_consent_person_id_index" on "written_consent" ("person_id")`,
  `create index "written_consent_recipient_person_id_index" on "written_consent" ("recipient_person_id")`,
  `alter table "after_case_consent" add constraint "after_case_consent_given_how_check" check ("given_how" in ('SPOKEN', 'WRITTEN'))`,
);
