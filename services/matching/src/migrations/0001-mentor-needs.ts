import { schemaStep } from '@fc/tenancy';

export const mentorNeeds = schemaStep(
  '0001-mentor-needs',
  `create table "mentor_need" ("id" uuid not null, "participant_id" uuid not null, "mentor_role" text not null, "connection_id" uuid not null, "since" timestamptz not null, "met_at" timestamptz null, "version" int not null default 1, primary key ("id"))`,
  `create index "mentor_need_connection_id_index" on "mentor_need" ("connection_id")`,
  `alter table "mentor_need" add constraint "mentor_need_one_each" unique ("participant_id", "mentor_role")`,
  `alter table "mentor_need" add constraint "mentor_need_mentor_role_check" check ("mentor_role" in ('PARENT_ALLY', 'CAREGIVER_MENTOR'))`,
);
