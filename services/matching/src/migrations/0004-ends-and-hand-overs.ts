import { schemaStep } from '@fc/tenancy';

export const endsAndHandOvers = schemaStep(
  '0004-ends-and-hand-overs',
  `create table "hand_over" ("need_id" uuid not null, "draft" text null, "agreed" text null, "agreed_at" timestamptz null, "version" int not null default 1, primary key ("need_id"))`,
  `alter table "mentor_match" add "ended_because" text null, add "last_contact_at" timestamptz null`,
  `alter table "mentor_match" add constraint "mentor_match_ended_because_check" check ("ended_because" in ('GOAL_REACHED', 'FAMILY_ASKED', 'MENTOR_ASKED', 'MENTOR_LEFT', 'MOVED', 'CONTACT_NOT_SAFE', 'OTHER'))`,
);
