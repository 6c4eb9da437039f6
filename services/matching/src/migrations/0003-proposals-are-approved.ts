import { schemaStep } from '@fc/tenancy';

export const proposalsAreApproved = schemaStep(
  '0003-proposals-are-approved',
  `alter table "match_proposal" add "approved_at" timestamptz null, add "not_again" boolean not null default false`,
  `update "match_proposal" set "approved_at" = "proposed_at"`,
);
