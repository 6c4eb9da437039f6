import { schemaStep } from '@fc/tenancy';

export const casesConsentsAndContact = schemaStep(
  '0002-cases-consents-and-contact',
  `create table "case_assignment" ("id" uuid not null, "child_id" uuid not null, "person_id" uuid not null, "role" text not null, "starts_at" timestamptz not null, "ends_at" timestamptz null, "version" int not null default 1, primary key ("id"))`,
  `create index "case_assignment_child_id_index" on "case_assignment" ("child_id")`,
  `create index "case_assignment_person_id_index" on "case_assignment" ("person_id")`,
  `create unique index "case_assignment_one_open" on "case_assignment" ("child_id", "person_id", "role") where ends_at is null`,
  `create table "consent" ("id" uuid not null, "person_id" uuid not null, "item" text not null, "recipient_person_id" uuid not null, "given_how" text not null, "recorded_by" uuid not null, "starts_at" timestamptz not null, "ends_at" timestamptz null, "version" int not null default 1, primary key ("id"))`,
  `create index "consent_person_id_index" on "consent" ("person_id")`,
  `create index "consent_recipient_person_id_index" on "consent" ("recipient_person_id")`,
  `create table "contact_rule" ("id" uuid not null, "kind" text not null, "first_person_id" uuid not null, "second_person_id" uuid not null, "channels" text[] not null, "starts_at" timestamptz not null, "ends_at" timestamptz null, "source" text not null, "document" text null, "recorded_by" uuid not null, "version" int not null default 1, primary key ("id"))`,
  `create index "contact_rule_first_person_id_index" on "contact_rule" ("first_person_id")`,
  `create index "contact_rule_second_person_id_index" on "contact_rule" ("second_person_id")`,
  `create table "participation_request" ("id" uuid not null, "person_id" uuid not null, "side" text not null, "preferred_language" text not null, "message" text null, "status" text not null, "requested_at" timestamptz not null, "requested_by" uuid not null, "closed_at" timestamptz null, "version" int not null default 1, primary key ("id"))`,
  `create index "participation_request_person_id_index" on "participation_request" ("person_id")`,
  `create unique index "participation_request_one_open" on "participation_request" ("person_id", "side") where status in ('NEW', 'IN_REVIEW')`,
  `alter table "person" add "disabled_at" timestamptz null`,
  `alter table "case_assignment" add constraint "case_assignment_role_check" check ("role" in ('CASEWORKER', 'CASEWORKER_SUPERVISOR', 'VISIT_SUPERVISOR', 'CASA', 'NAVIGATOR'))`,
  `alter table "consent" add constraint "consent_item_check" check ("item" in ('PHONE', 'EMAIL', 'ADDRESS', 'PHOTO', 'HOME_DETAILS'))`,
  `alter table "consent" add constraint "consent_given_how_check" check ("given_how" in ('SPOKEN', 'WRITTEN'))`,
  `alter table "contact_rule" add constraint "contact_rule_kind_check" check ("kind" in ('PROHIBITION', 'PERMISSION'))`,
  `alter table "contact_rule" add constraint "contact_rule_source_check" check ("source" in ('COURT_ORDER', 'CASE_PLAN', 'CONSENT'))`,
  `alter table "participation_request" add constraint "participation_request_side_check" check ("side" in ('PARENT', 'CAREGIVER'))`,
  `alter table "participation_request" add constraint "participation_request_status_check" check ("status" in ('NEW', 'IN_REVIEW', 'ACCEPTED', 'DECLINED', 'WITHDRAWN'))`,
  // Who belongs to a child's case by who they are: the child, the parents, the caregivers with whom the child lives now.
  `create view case_family as
     select id as child_id, id as person_id from child
     union all
     select child.id, parent.id::uuid from child cross join lateral unnest(parent_ids) as parent (id)
     union all
     select placement.child_id, caregiver.id::uuid
       from placement join caregiver_household household on household.id = placement.household_id
       cross join lateral unnest(household.caregiver_ids) as caregiver (id)
      where placement.ended_at is null`,
);
