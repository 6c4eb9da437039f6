import { contractingStep } from '@fc/tenancy';

export const meetingsWithWhatTheyNeed = contractingStep(
  '0018-meetings-with-what-they-need',
  `create table "meeting_support" ("id" uuid not null, "connection_id" uuid not null, "kind" text not null, "language" text null, "for_person_id" uuid not null, "said_by" uuid not null, "provided_by_id" uuid null, "withdrawn_at" timestamptz null, "version" int not null default 1, primary key ("id"))`,
  `create unique index "meeting_support_one_each" on "meeting_support" ("connection_id", "kind", "for_person_id") where withdrawn_at is null`,
  `create table "support_confirmation" ("id" uuid not null, "support_id" uuid not null, "meeting_id" uuid not null, "appointment_at" timestamptz not null, "provided_by_id" uuid null, "confirmed_by" uuid not null, "confirmed_at" timestamptz not null, "version" int not null default 1, primary key ("id"))`,
  `create index "support_confirmation_meeting_id_index" on "support_confirmation" ("meeting_id")`,
  `alter table "support_confirmation" add constraint "support_confirmation_one_each" unique ("support_id", "meeting_id")`,
  `alter table "agenda_item" drop constraint "agenda_item_key_check"`,
  `alter table "agenda_item" add "own_title" text null, add "required" boolean not null default true`,
  `alter table "agenda_item" alter column "required" drop default`,
  `alter table "comfort_call" add "not_connected_at" timestamptz null`,
  `alter table "follow_up_session" add "topics" text[] not null default '{}'`,
  `alter table "follow_up_session" alter column "topics" drop default`,
  `alter table "free_times" add "travel_minutes" int null`,
  `drop index "icebreaker_one_open"`,
  `create unique index "icebreaker_one_open" on "icebreaker" ("placement_id", "connection_id", "started_by") where status in ('OPEN', 'SCHEDULED')`,
  `alter table "review_hearing" add "type_key" text null, add "type_name" text null`,
  `alter table "meeting_support" add constraint "meeting_support_kind_check" check ("kind" in ('INTERPRETER', 'CHILD_CARE', 'TRANSPORT'))`,
);
