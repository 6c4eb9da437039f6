import { schemaStep } from '@fc/tenancy';

export const casePlansIcwaAndYouth = schemaStep(
  '0017-case-plans-icwa-and-youth',
  `create table "case_plan_limit" ("id" uuid not null, "child_id" uuid not null, "person_id" uuid not null, "channels" text[] not null, "times_per_week" int null, "supervision" text null, "starts_at" timestamptz not null, "ends_at" timestamptz null, "document" text null, "revision" int not null, "earlier" jsonb not null, "recorded_by" uuid not null, "version" int not null default 1, primary key ("id"))`,
  `create index "case_plan_limit_person_id_index" on "case_plan_limit" ("person_id")`,
  `alter table "case_plan_limit" add constraint "case_plan_limit_one_each" unique ("child_id", "person_id")`,
  `create table "encouragement" ("id" uuid not null, "connection_id" uuid not null, "written_by" uuid not null, "text" text not null, "written_at" timestamptz not null, primary key ("id"))`,
  `create index "encouragement_connection_id_index" on "encouragement" ("connection_id")`,
  `create table "icwa_placement" ("id" uuid not null, "placement_id" uuid not null, "preference" text not null, "finding" text null, "found_on" date null, "standard_of_proof" text null, "recorded_by" uuid not null, primary key ("id"))`,
  `alter table "icwa_placement" add constraint "icwa_placement_one_each" unique ("placement_id")`,
  `create table "icwa_record" ("id" uuid not null, "child_id" uuid not null, "status" text not null, "effective_on" date not null, "basis" text not null, "tribe_ids" text[] not null, "party_ids" text[] not null, "recorded_by" uuid not null, primary key ("id"))`,
  `create index "icwa_record_child_id_index" on "icwa_record" ("child_id")`,
  `create table "tribe" ("id" uuid not null, "name" text not null, "version" int not null default 1, primary key ("id"))`,
  `alter table "tribe" add constraint "tribe_one_name" unique ("name")`,
  `create table "youth_feedback" ("id" uuid not null, "child_id" uuid not null, "about" text not null, "text" text not null, "given_at" timestamptz not null, primary key ("id"))`,
  `create index "youth_feedback_child_id_index" on "youth_feedback" ("child_id")`,
  `alter table "case_plan_limit" add constraint "case_plan_limit_supervision_check" check ("supervision" in ('SUPERVISED', 'MONITORED', 'UNSUPERVISED'))`,
  `alter table "icwa_placement" add constraint "icwa_placement_preference_check" check ("preference" in ('EXTENDED_FAMILY', 'TRIBE_APPROVED_FOSTER_HOME', 'INDIAN_FOSTER_HOME', 'TRIBE_APPROVED_INSTITUTION', 'TRIBES_OWN_ORDER', 'DEPARTURE'))`,
  `alter table "icwa_placement" add constraint "icwa_placement_standard_of_proof_check" check ("standard_of_proof" in ('PREPONDERANCE', 'CLEAR_AND_CONVINCING', 'BEYOND_REASONABLE_DOUBT'))`,
  `alter table "icwa_record" add constraint "icwa_record_status_check" check ("status" in ('UNKNOWN', 'REASON_TO_KNOW', 'CONFIRMED', 'DETERMINED_NOT'))`,
  `alter table "youth_feedback" add constraint "youth_feedback_about_check" check ("about" in ('MY_HOME', 'TIME_WITH_MY_FAMILY', 'MY_TEAM', 'GOING_HOME', 'OTHER'))`,
);
