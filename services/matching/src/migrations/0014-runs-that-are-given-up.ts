import { schemaStep } from '@fc/tenancy';

export const runsThatAreGivenUp = schemaStep(
  '0014-runs-that-are-given-up',
  `alter table "match_run" add "tries" int not null default 0`,
  `alter table "match_run" add "given_up" boolean not null default false`,
);
