import { schemaStep } from '@fc/tenancy';

export const relationshipGuide = schemaStep(
  '0005-relationship-guide',
  `alter table "family_connection" add "continued_at" timestamptz null`,
  `create table "guide_introduction" ("id" uuid not null, "connection_id" uuid not null, "side" text not null, "introduced_by" uuid not null, "through" text not null, "introduced_at" timestamptz not null, primary key ("id"))`,
  `create index "guide_introduction_connection_id_index" on "guide_introduction" ("connection_id")`,
  `create table "guide_invitation" ("id" uuid not null, "connection_id" uuid not null, "invited_by" uuid not null, "invited_side" text not null, "invited_at" timestamptz not null, "answer" text null, "answered_by" uuid null, "answered_at" timestamptz null, "version" int not null default 1, primary key ("id"))`,
  `alter table "guide_invitation" add constraint "guide_invitation_one_each" unique ("connection_id", "invited_side")`,
  `create table "guide_pace" ("connection_id" uuid not null, "person_id" uuid not null, "readiness" text not null, primary key ("connection_id", "person_id"))`,
  `create table "guide_review" ("id" uuid not null, "language" text not null, "wording" text not null, "reviewed_by" uuid not null, "reviewed_at" timestamptz not null, primary key ("id"))`,
  `alter table "guide_review" add constraint "guide_review_one" unique ("language", "wording")`,
  `create table "guide_tick" ("id" uuid not null, "connection_id" uuid not null, "person_id" uuid not null, "prompt_id" text not null, "ticked_at" timestamptz null, "shared_at" timestamptz null, primary key ("id"))`,
  `alter table "guide_tick" add constraint "guide_tick_one_each" unique ("connection_id", "person_id", "prompt_id")`,
  `alter table "guide_introduction" add constraint "guide_introduction_side_check" check ("side" in ('PARENT', 'HOUSEHOLD'))`,
  `alter table "guide_introduction" add constraint "guide_introduction_through_check" check ("through" in ('TRAINING', 'ASSOCIATION_MEETING', 'ORIENTATION', 'STAFF_VISIT', 'ANOTHER_PARENT', 'KINSHIP_NAVIGATOR', 'CAREGIVER_WHO_USED_IT', 'OTHER'))`,
  `alter table "guide_invitation" add constraint "guide_invitation_invited_side_check" check ("invited_side" in ('PARENT', 'HOUSEHOLD'))`,
  `alter table "guide_invitation" add constraint "guide_invitation_answer_check" check ("answer" in ('YES', 'NOT_NOW'))`,
  `alter table "guide_pace" add constraint "guide_pace_readiness_check" check ("readiness" in ('NOT_YET', 'A_LITTLE', 'READY'))`,
  `alter table "guide_review" add constraint "guide_review_language_check" check ("language" in ('en', 'es'))`,
);
