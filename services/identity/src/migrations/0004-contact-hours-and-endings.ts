import { schemaStep } from '@fc/tenancy';

export const contactHoursAndEndings = schemaStep(
  '0004-contact-hours-and-endings',
  `alter table "contact_rule" add "hours" jsonb null, add "ended_by_source" text null, add "ended_by_document" text null`,
  `alter table "contact_rule" add constraint "contact_rule_ended_by_source_check" check ("ended_by_source" in ('COURT_ORDER', 'CASE_PLAN', 'CONSENT'))`,
);
