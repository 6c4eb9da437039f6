import { schemaStep } from '@fc/tenancy';

const areas = `'LEADERSHIP', 'POLICY', 'TRAINING', 'RECRUITMENT', 'LIVED_EXPERIENCE', 'FAMILY_TIME', 'COURT', 'DATA'`;

export const readiness = schemaStep(
  '0002-readiness',
  `create table "readiness_assessment" ("id" uuid not null, "assessed_on" date not null, "answers" jsonb not null, "policies_in_place" text[] not null, "assessed_by" uuid not null, "recorded_at" timestamptz not null, "shared_at" timestamptz null, "version" int not null default 1, primary key ("id"))`,
  `alter table "readiness_assessment" add constraint "readiness_assessment_one_a_day" unique ("assessed_on")`,
  `create table "readiness_improvement" ("id" uuid not null, "area" text not null, "what" text not null, "owner_id" uuid not null, "due_on" date not null, "planned_at" timestamptz not null, "done_on" date null, "version" int not null default 1, primary key ("id"))`,
  `alter table "readiness_improvement" add constraint "readiness_improvement_area_check" check ("area" in (${areas}))`,
);
