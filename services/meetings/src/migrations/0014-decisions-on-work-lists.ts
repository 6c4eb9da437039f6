import { schemaStep } from '@fc/tenancy';

export const decisionsOnWorkLists = schemaStep(
  '0014-decisions-on-work-lists',
  `alter table "deadline" add "doer_id" uuid null`,
  `alter table "deadline" drop constraint "deadline_kind_check"`,
  `alter table "deadline" add constraint "deadline_kind_check" check ("kind" in ('COMFORT_CALL', 'ICEBREAKER', 'PREPARATION', 'CONNECTIONS_MEETING', 'FOLLOW_UP', 'AGREEMENT_REVIEW', 'FAMILY_DECISION'))`,
  `create index "deadline_own" on "deadline" ("doer_id") where doer_id is not null`,
  `create index "family_decision_connection_id_index" on "family_decision" ("connection_id")`,
);
