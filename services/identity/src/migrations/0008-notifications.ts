import { schemaStep } from '@fc/tenancy';

export const notifications = schemaStep(
  '0008-notifications',
  `create table "message_review" ("id" uuid not null, "template" text not null, "language" text not null, "wording" text not null, "reviewed_by" uuid not null, "reviewed_at" timestamptz not null, primary key ("id"))`,
  `alter table "message_review" add constraint "message_review_one" unique ("template", "language", "wording")`,
  `create table "notification" ("id" uuid not null, "person_id" uuid not null, "template" text not null, "at" timestamptz null, "expires_at" timestamptz not null, "status" text not null, "not_before" timestamptz not null, "tries" int not null, "given_up" text[] not null, "sent_by" text null, "sent_at" timestamptz null, "version" int not null default 1, primary key ("id"))`,
  `create index "notification_person_id_index" on "notification" ("person_id")`,
  `create index "notification_waiting" on "notification" ("status", "not_before")`,
  `create table "notification_preferences" ("id" uuid not null, "person_id" uuid not null, "methods" text[] not null, "quiet_from" text not null, "quiet_to" text not null, "most_per_day" int not null, "version" int not null default 1, primary key ("id"))`,
  `alter table "notification_preferences" add constraint "notification_preferences_person_id_unique" unique ("person_id")`,
  `alter table "message_review" add constraint "message_review_template_check" check ("template" in ('SOMETHING_TO_DECIDE', 'APPOINTMENT_PLANNED', 'APPOINTMENT_CANCELLED'))`,
  `alter table "message_review" add constraint "message_review_language_check" check ("language" in ('en', 'es'))`,
  `alter table "notification" add constraint "notification_template_check" check ("template" in ('SOMETHING_TO_DECIDE', 'APPOINTMENT_PLANNED', 'APPOINTMENT_CANCELLED'))`,
  `alter table "notification" add constraint "notification_status_check" check ("status" in ('WAITING', 'SENT', 'SKIPPED', 'UNDELIVERED'))`,
  `alter table "notification" add constraint "notification_sent_by_check" check ("sent_by" in ('MAIL', 'TEXT'))`,
);
