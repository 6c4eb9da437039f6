import { schemaStep } from '@fc/tenancy';

export const nextBestAndDaysAway = schemaStep(
  '0005-next-best-and-days-away',
  `alter table "match_proposal" add "next_best_due" boolean not null default false`,
  `alter table "mentor_profile" add "days_away" jsonb not null default '[]'`,
);
