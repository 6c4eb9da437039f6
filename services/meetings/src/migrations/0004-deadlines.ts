import { schemaStep } from '@fc/tenancy';

const columns = `id, connection_id, kind, subject_id, child_id, side, doers, rule, started_by, clock_start, opens_at, closes_at, miss_reason, status, planned_for, look_at`;

export const deadlines = schemaStep(
  '0004-deadlines',
  `create table "deadline" ("id" uuid not null, "kind" text not null, "connection_id" uuid not null, "subject_id" uuid not null, "child_id" uuid null, "side" text null, "doers" text[] not null, "rule" text not null, "started_by" text not null, "clock_start" timestamptz not null, "opens_at" timestamptz not null, "closes_at" timestamptz not null, "miss_reason" text null, "status" text not null, "planned_for" timestamptz null, "met_at" timestamptz null, "reached" text null, "look_at" timestamptz null, primary key ("id"))`,
  `create index "deadline_open" on "deadline" ("status", "closes_at", "id")`,
  `create index "deadline_to_look_at" on "deadline" ("look_at") where look_at is not null`,
  `alter table "deadline" add constraint "deadline_one_each" unique ("connection_id", "kind", "subject_id")`,
  `create table "reminder_day" ("person_id" uuid not null, "reminded_on" date not null, primary key ("person_id"))`,
  `alter table "deadline" add constraint "deadline_kind_check" check ("kind" in ('COMFORT_CALL', 'ICEBREAKER', 'PREPARATION', 'CONNECTIONS_MEETING', 'FOLLOW_UP'))`,
  `alter table "deadline" add constraint "deadline_side_check" check ("side" in ('PARENT', 'HOUSEHOLD'))`,
  `alter table "deadline" add constraint "deadline_miss_reason_check" check ("miss_reason" in ('NO_PERMISSION', 'PARENT_DECLINED', 'UNREACHABLE', 'CONTACT_PROHIBITED', 'SAFETY', 'AGENCY_DELAY', 'OTHER'))`,
  `alter table "deadline" add constraint "deadline_status_check" check ("status" in ('OPEN', 'MET', 'CLOSED', 'SUSPENDED'))`,
  `alter table "deadline" add constraint "deadline_reached_check" check ("reached" in ('DUE', 'CLOSING', 'MISSED'))`,
  // What is due already. Preparations and meetings follow with the next change on their connection.
  `insert into deadline (${columns}) select gen_random_uuid(), connection_id, 'COMFORT_CALL', id, child_id, null, '{CAREGIVER,CASEWORKER}', rule, started_by, clock_start, opens_at, closes_at, miss_reason, 'OPEN', null, opens_at
     from comfort_call where status = 'OPEN'`,
  `insert into deadline (${columns}) select gen_random_uuid(), connection_id, 'ICEBREAKER', id, child_id, null, '{CASEWORKER}', rule, started_by, clock_start, opens_at, closes_at, miss_reason, 'OPEN', scheduled_for, opens_at
     from icebreaker where status in ('OPEN', 'SCHEDULED')`,
  `insert into deadline (${columns}) select gen_random_uuid(), connection_id, 'FOLLOW_UP', id, null, side, array[case side when 'PARENT' then 'PARENT_ALLY' else 'CAREGIVER_MENTOR' end], 'FOLLOW_UP', 'TALK', follows_at,
          greatest(follows_at, due_at - interval '4 days'), due_at, null, 'OPEN', null, greatest(follows_at, due_at - interval '4 days')
     from follow_up_session where held_at is null and closed_at is null`,
);
