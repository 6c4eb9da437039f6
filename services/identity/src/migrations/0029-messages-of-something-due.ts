import { schemaStep } from '@fc/tenancy';

const templates = `check ("template" in ('SOMETHING_TO_DECIDE', 'SOMETHING_DUE', 'APPOINTMENT_PLANNED', 'APPOINTMENT_CANCELLED'))`;

export const messagesOfSomethingDue = schemaStep(
  '0029-messages-of-something-due',
  `alter table "message_review" drop constraint "message_review_template_check"`,
  `alter table "notification" drop constraint "notification_template_check"`,
  `alter table "message_review" add constraint "message_review_template_check" ${templates}`,
  `alter table "notification" add constraint "notification_template_check" ${templates}`,
);
