import { schemaStep } from '@fc/tenancy';

export const strengthsConcernsAndLinks = schemaStep(
  '0019-strengths-concerns-and-links',
  `create table "discrimination_concern" ("id" uuid not null, "connection_id" uuid not null, "raised_by" uuid not null, "raised_at" timestamptz not null, "grounds" text[] not null, "words" text null, "answered_by" uuid null, "answered_at" timestamptz null, "answer" text null, "version" int not null default 1, primary key ("id"))`,
  `create index "discrimination_concern_connection_id_index" on "discrimination_concern" ("connection_id")`,
  `create index "discrimination_concern_raised_by_index" on "discrimination_concern" ("raised_by")`,
  `create table "statement_link" ("id" uuid not null, "county" text not null, "connection_id" uuid not null, "statement_id" uuid not null, "for_whom" text not null, "token_hash" text not null, "opened_by" uuid not null, "opened_at" timestamptz not null, "expires_at" timestamptz not null, "first_read_at" timestamptz null, "revoked_at" timestamptz null, "version" int not null default 1, primary key ("id"))`,
  `create index "statement_link_statement_id_index" on "statement_link" ("statement_id")`,
  `alter table "statement_link" add constraint "statement_link_token_hash_unique" unique ("token_hash")`,
  `create table "strength" ("id" uuid not null, "connection_id" uuid not null, "kind" text not null, "side" text null, "child_id" uuid null, "text" text not null, "named_by" uuid not null, "named_side" text null, "named_at" timestamptz not null, "shared_at" timestamptz null, "taken_back_at" timestamptz null, "version" int not null default 1, primary key ("id"))`,
  `create index "strength_connection_id_index" on "strength" ("connection_id")`,
  `create table "spoken_languages" ("person_id" uuid not null, "languages" text[] not null, "profile_version" int not null, primary key ("person_id"))`,
  `alter table "agenda_item" add "note_for" text null`,
  `alter table "agenda_item" add constraint "agenda_item_note_for_check" check ("note_for" in ('WHO_CAME', 'LEADS'))`,
  `alter table "draft" drop constraint "draft_form_check"`,
  `alter table "draft" add constraint "draft_form_check" check ("form" in ('COMFORT_CALL', 'PREPARATION', 'PREPARATION_WAIVER', 'AGENDA_NOTE', 'FOLLOW_UP', 'COMMUNICATION_PLAN', 'CHILD_PROFILE', 'AGREEMENT', 'SHARED_STATEMENT', 'PROGRESS', 'MILESTONE', 'STRENGTH', 'FAMILY_MEETING', 'HEARING_FINDING', 'FINDING_OUTCOME', 'TRANSITION_PLAN', 'AFTER_CASE_INVITATION', 'FAMILY_TIME_PLAN', 'ENCOURAGEMENT', 'MANDATED_REPORT', 'DISCRIMINATION_CONCERN'))`,
  `alter table "wording_review" drop constraint "wording_review_pack_check"`,
  `alter table "wording_review" add constraint "wording_review_pack_check" check ("pack" in ('MOMENTS', 'HEARING_TASKS', 'TRANSITION_STEPS', 'LANGUAGE_CHECK'))`,
  `alter table "strength" add constraint "strength_kind_check" check ("kind" in ('STRENGTH', 'SUPPORT'))`,
  `alter table "strength" add constraint "strength_side_check" check ("side" in ('PARENT', 'HOUSEHOLD'))`,
  `alter table "strength" add constraint "strength_named_side_check" check ("named_side" in ('PARENT', 'HOUSEHOLD'))`,
);
