import { schemaStep } from '@fc/tenancy';

export const draftsBesideConnections = schemaStep(
  '0032-drafts-beside-connections',
  `alter table "draft" drop constraint "draft_form_check"`,
  `alter table "draft" alter column "connection_id" drop not null`,
  `create unique index "draft_one_beside" on "draft" ("person_id", "form", "about") where connection_id is null`,
  `alter table "draft" add constraint "draft_form_check" check ("form" in ('COMFORT_CALL', 'PREPARATION', 'PREPARATION_WAIVER', 'AGENDA_NOTE', 'FOLLOW_UP', 'COMMUNICATION_PLAN', 'CHILD_PROFILE', 'AGREEMENT', 'SHARED_STATEMENT', 'PROGRESS', 'MILESTONE', 'STRENGTH', 'FAMILY_MEETING', 'HEARING_FINDING', 'FINDING_OUTCOME', 'TRANSITION_PLAN', 'AFTER_CASE_INVITATION', 'FAMILY_TIME_PLAN', 'ENCOURAGEMENT', 'MANDATED_REPORT', 'DISCRIMINATION_CONCERN', 'STORY', 'YOUTH_FEEDBACK', 'PARTICIPATION_REQUEST', 'HAND_OVER'))`,
);
