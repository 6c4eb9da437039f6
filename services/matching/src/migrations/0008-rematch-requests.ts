import { schemaStep } from '@fc/tenancy';

export const rematchRequests = schemaStep(
  '0008-rematch-requests',
  `create table "rematch_request" ("id" uuid not null, "match_id" uuid not null, "side" text not null, "asked_at" timestamptz not null, "taken_back_at" timestamptz null, "version" int not null default 1, primary key ("id"))`,
  `alter table "rematch_request" add constraint "rematch_request_one_each" unique ("match_id", "side")`,
  `alter table "rematch_request" add constraint "rematch_request_side_check" check ("side" in ('MENTOR', 'PARTICIPANT'))`,
);
