import { schemaStep } from '@fc/tenancy';

export const erasuresAndLegalHolds = schemaStep(
  '0016-erasures-and-legal-holds',
  `create table "erasure" ("id" uuid not null, "person_id" uuid not null, "status" text not null, "requested_by" uuid not null, "requested_at" timestamptz not null, "confirmed_by" uuid null, "confirmed_at" timestamptz null, "not_before" timestamptz null, "erased_at" timestamptz null, "kinds" text[] not null, "version" int not null default 1, primary key ("id"))`,
  `create index "erasure_person_id_index" on "erasure" ("person_id")`,
  `create unique index "erasure_one_open" on "erasure" ("person_id") where status in ('REQUESTED', 'CONFIRMED')`,
  `create table "legal_hold" ("id" uuid not null, "scope" text not null, "subject_id" uuid null, "reason" text not null, "matter" text not null, "placed_by" uuid not null, "placed_at" timestamptz not null, "lifted_by" uuid null, "lifted_at" timestamptz null, "lifted_because" text null, "version" int not null default 1, primary key ("id"))`,
  `create index "legal_hold_subject_id_index" on "legal_hold" ("subject_id")`,
  `alter table "erasure" add constraint "erasure_status_check" check ("status" in ('REQUESTED', 'CONFIRMED', 'CARRIED_OUT', 'WITHDRAWN'))`,
  `alter table "legal_hold" add constraint "legal_hold_scope_check" check ("scope" in ('PERSON', 'CHILD', 'COUNTY'))`,
);
