import { schemaStep } from '@fc/tenancy';

export const transitionsOnWorkLists = schemaStep(
  '0033-transitions-on-work-lists',
  `alter table "transition_plan" add column "ready_at" timestamptz null`,
  `alter table "deadline" drop constraint "deadline_kind_check"`,
  `alter table "deadline" add constraint "deadline_kind_check" check ("kind" in ('COMFORT_CALL', 'ICEBREAKER', 'PREPARATION', 'CONNECTIONS_MEETING', 'FOLLOW_UP', 'AGREEMENT_REVIEW', 'FAMILY_DECISION', 'TRANSITION_PLAN'))`,
);
