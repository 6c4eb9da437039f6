import { schemaStep } from '@fc/tenancy';

export const calendarsAgendasAndBridgedCalls = schemaStep(
  '0009-calendars-agendas-and-bridged-calls',
  `create table "agenda_review" ("id" uuid not null, "language" text not null, "wording" text not null, "reviewed_by" uuid not null, "reviewed_at" timestamptz not null, primary key ("id"))`,
  `alter table "agenda_review" add constraint "agenda_review_one" unique ("language", "wording")`,
  `create table "calendar_feed" ("person_id" uuid not null, "county" text not null, "token_hash" text not null, "opened_at" timestamptz not null, "revoked_at" timestamptz null, "version" int not null default 1, primary key ("person_id"))`,
  `alter table "calendar_feed" add constraint "calendar_feed_token_hash_unique" unique ("token_hash")`,
  `alter table "comfort_call" add "bridged_at" timestamptz null`,
  `alter table "agenda_review" add constraint "agenda_review_language_check" check ("language" in ('en', 'es'))`,
);
