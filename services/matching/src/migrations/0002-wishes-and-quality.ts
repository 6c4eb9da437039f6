import { schemaStep } from '@fc/tenancy';

export const wishesAndQuality = schemaStep(
  '0002-wishes-and-quality',
  `alter table "match_proposal" drop constraint "match_proposal_status_check"`,
  `alter table "match_proposal" add "missed_wishes" jsonb null, add "runner_up" jsonb null, add "override_reason" text null, add "answer_by" timestamptz null`,
  `alter table "match_proposal" add constraint "match_proposal_status_check" check ("status" in ('PROPOSED', 'ACCEPTED', 'DECLINED', 'WITHDRAWN', 'TIMED_OUT'))`,
  `alter table "match_run" add "quality" jsonb null`,
  `alter table "mentor_need" add "wishes" jsonb not null default '[]', add "hours" jsonb not null default '[]', add "area" text null`,
  `alter table "mentor_profile" add "traits" jsonb not null default '[]', add "limits" text[] not null default '{}', add "areas" text[] not null default '{}', add "hours" jsonb not null default '[]', add "away_from" date null, add "away_until" date null`,
);
