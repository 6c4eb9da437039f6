import { schemaStep } from '@fc/tenancy';

export const perspectiveTaking = schemaStep(
  '0003-perspective-taking',
  `create table "content_review" ("id" uuid not null, "content" text not null, "language" text not null, "wording" text not null, "reviewed_by" uuid not null, "reviewed_at" timestamptz not null, primary key ("id"))`,
  `alter table "content_review" add constraint "content_review_one" unique ("content", "language", "wording")`,
  `create table "finished_reflections" ("person_id" uuid not null, "finished_at" timestamptz not null, primary key ("person_id"))`,
  `create table "reflection" ("id" uuid not null, "person_id" uuid not null, "question_id" text not null, "words" text not null, "revision" int not null, "saved_at" timestamptz not null, primary key ("id"))`,
  `alter table "reflection" add constraint "reflection_one_each" unique ("person_id", "question_id")`,
  `alter table "training_completion" drop constraint "training_completion_training_key_check"`,
  `alter table "training_completion" add constraint "training_completion_training_key_check" check ("training_key" in ('MENTOR_BASICS', 'PARTNERING', 'PROTECTIVE_FACTORS', 'PROTECTIVE_FACTORS_TRAINERS', 'PERSPECTIVE_TAKING'))`,
  `alter table "content_review" add constraint "content_review_content_check" check ("content" in ('PERSPECTIVE_TAKING'))`,
  `alter table "content_review" add constraint "content_review_language_check" check ("language" in ('en', 'es'))`,
);
