import { schemaStep } from '@fc/tenancy';

export const agreementsAndStatements = schemaStep(
  '0006-agreements-and-statements',
  `create table "relationship_agreement" ("id" uuid not null, "connection_id" uuid not null, "revision" int not null, "proposed_by" uuid not null, "proposed_side" text not null, "proposed_at" timestamptz not null, "points" text[] not null, "talk_weekday" int null, "talk_time" text null, "review_on" date not null, "agreed_at" timestamptz null, "agreed_by" uuid null, "version" int not null default 1, primary key ("id"))`,
  `alter table "relationship_agreement" add constraint "relationship_agreement_one_revision" unique ("connection_id", "revision")`,
  `create table "shared_statement" ("id" uuid not null, "connection_id" uuid not null, "text" text not null, "wording" int not null, "written_by" uuid not null, "written_at" timestamptz not null, "parent_approved_at" timestamptz null, "household_approved_at" timestamptz null, "recipient_ids" text[] not null, "sent_at" timestamptz null, "version" int not null default 1, primary key ("id"))`,
  `create index "shared_statement_connection_id_index" on "shared_statement" ("connection_id")`,
  `alter table "relationship_agreement" add constraint "relationship_agreement_proposed_side_check" check ("proposed_side" in ('PARENT', 'HOUSEHOLD'))`,
  `alter table "deadline" drop constraint "deadline_kind_check"`,
  `alter table "deadline" add constraint "deadline_kind_check" check ("kind" in ('COMFORT_CALL', 'ICEBREAKER', 'PREPARATION', 'CONNECTIONS_MEETING', 'FOLLOW_UP', 'AGREEMENT_REVIEW'))`,
);
