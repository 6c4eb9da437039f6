import { schemaStep } from '@fc/tenancy';

const templates = `check ("template" in ('SOMETHING_TO_DECIDE', 'SOMETHING_DUE', 'SOMETHING_TO_READ', 'APPOINTMENT_PLANNED', 'APPOINTMENT_CANCELLED'))`;

export const noticesTold = schemaStep(
  '0037-notices-told',
  `create table "relative_notice_told" ("episode_id" uuid not null, "removed_at" timestamptz not null, "stage" text not null, "told_at" timestamptz not null, primary key ("episode_id", "removed_at", "stage"))`,
  `alter table "relative_notice_told" add constraint "relative_notice_told_stage_check" check ("stage" in ('APPROACHING', 'MISSED'))`,
  `alter table "message_review" drop constraint "message_review_template_check"`,
  `alter table "notification" drop constraint "notification_template_check"`,
  `alter table "message_review" add constraint "message_review_template_check" ${templates}`,
  `alter table "notification" add constraint "notification_template_check" ${templates}`,
);
