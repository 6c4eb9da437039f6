import { schemaStep } from '@fc/tenancy';

export const momentsAndWordings = schemaStep(
  '0013-moments-and-wordings',
  `create table "moment_mark" ("id" uuid not null, "connection_id" uuid not null, "person_id" uuid not null, "prompt_id" text not null, "marked_at" timestamptz null, primary key ("id"))`,
  `alter table "moment_mark" add constraint "moment_mark_one_each" unique ("connection_id", "person_id", "prompt_id")`,
  `create table "wording_review" ("id" uuid not null, "pack" text not null, "language" text not null, "wording" text not null, "reviewed_by" uuid not null, "reviewed_at" timestamptz not null, primary key ("id"))`,
  `alter table "wording_review" add constraint "wording_review_one" unique ("pack", "language", "wording")`,
  `alter table "wording_review" add constraint "wording_review_pack_check" check ("pack" in ('MOMENTS', 'HEARING_TASKS', 'TRANSITION_STEPS'))`,
  `alter table "wording_review" add constraint "wording_review_language_check" check ("language" in ('en', 'es'))`,
);
