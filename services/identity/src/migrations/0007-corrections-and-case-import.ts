import { schemaStep } from '@fc/tenancy';

export const correctionsAndCaseImport = schemaStep(
  '0007-corrections-and-case-import',
  `create table "case_import" ("id" uuid not null, "source_system" text not null, "format" text not null, "dry_run" boolean not null, "status" text not null, "parts" int not null, "part_digest" text null, "columns" text[] null, "counted" int not null, "rest" text not null, "begun_by" uuid not null, "begun_at" timestamptz not null, "finished_at" timestamptz null, "version" int not null default 1, primary key ("id"))`,
  `create table "case_import_row" ("id" uuid not null, "import_id" uuid not null, "number" int not null, "kind" text null, "external_id" text null, "case_key" text null, "stage" int not null, "began_at" double precision not null, "cells" jsonb null, "outcome" text null, "code" text null, "message" text null, "record_id" uuid null, primary key ("id"))`,
  `create index "case_import_row_import_id_outcome_stage_began_at_index" on "case_import_row" ("import_id", "outcome", "stage", "began_at")`,
  `create index "case_import_row_import_id_kind_external_id_index" on "case_import_row" ("import_id", "kind", "external_id")`,
  `create index "case_import_row_import_id_case_key_index" on "case_import_row" ("import_id", "case_key")`,
  `alter table "case_import_row" add constraint "case_import_row_number" unique ("import_id", "number")`,
  `create table "correction" ("id" uuid not null, "record" text not null, "record_id" uuid not null, "facts" jsonb not null, "reason" text not null, "corrected_by" uuid null, "corrected_at" timestamptz not null, primary key ("id"))`,
  `create index "correction_record_record_id_index" on "correction" ("record", "record_id")`,
  `create table "external_record" ("source_system" text not null, "kind" text not null, "external_id" text not null, "record_id" uuid not null, "digest" text not null, primary key ("source_system", "kind", "external_id"))`,
  `create index "external_record_record_id_index" on "external_record" ("record_id")`,
  `alter table "case_import" add constraint "case_import_format_check" check ("format" in ('CSV', 'JSON_LINES'))`,
  `alter table "case_import" add constraint "case_import_status_check" check ("status" in ('RECEIVING', 'RUNNING', 'DONE'))`,
  `alter table "case_import_row" add constraint "case_import_row_kind_check" check ("kind" in ('PERSON', 'HOUSEHOLD', 'CHILD', 'EPISODE', 'PLACEMENT', 'CASE_ASSIGNMENT'))`,
  `alter table "case_import_row" add constraint "case_import_row_outcome_check" check ("outcome" in ('CREATED', 'UPDATED', 'UNCHANGED', 'REFUSED'))`,
  `alter table "correction" add constraint "correction_record_check" check ("record" in ('PERSON', 'CHILD', 'FOSTER_CARE_EPISODE', 'PLACEMENT'))`,
  `alter table "external_record" add constraint "external_record_kind_check" check ("kind" in ('PERSON', 'HOUSEHOLD', 'CHILD', 'EPISODE', 'PLACEMENT', 'CASE_ASSIGNMENT'))`,
);
