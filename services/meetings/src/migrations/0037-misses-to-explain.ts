import { schemaStep } from '@fc/tenancy';

export const missesToExplain = schemaStep(
  '0037-misses-to-explain',
  `alter table "deadline" add "due_on" date null`,
  `update "deadline" set "due_on" = agreement.review_on from "relationship_agreement" agreement where agreement.id = "deadline".subject_id and "deadline".kind = 'AGREEMENT_REVIEW'`,
  // Why a first contact that is due no more was missed is asked of the agency.
  `update "deadline" set "doers" = '{CASEWORKER}' where kind = 'COMFORT_CALL' and status = 'CLOSED'`,
  `create index "deadline_unexplained" on "deadline" ("closes_at", "id") where status = 'CLOSED' and reached = 'MISSED' and miss_reason is null and kind in ('COMFORT_CALL', 'ICEBREAKER')`,
);
