import { schemaStep } from '@fc/tenancy';

export const runsThatSearch = schemaStep(
  '0007-runs-that-search',
  `alter table "match_run" add "search" jsonb null`,
  `alter table "match_run" add "in_hand_until" timestamptz null`,
  `alter table "match_run" add "finished_at" timestamptz null`,
  `update "match_run" set "finished_at" = "started_at"`,
);
