import { schemaStep } from '@fc/tenancy';

export const relatives = schemaStep(
  '0010-relatives',
  `create table "relative" ("id" uuid not null, "child_id" uuid not null, "given_name" text not null, "family_name" text not null, "kinship" text not null, "person_id" uuid null, "found_at" timestamptz not null, "notice_sent_at" timestamptz null, "notice_how" text null, "notice_waived_because" text null, "assessment" text not null, "assessed_at" timestamptz null, "recorded_by" uuid not null, "version" int not null default 1, primary key ("id"))`,
  `create index "relative_child_id_index" on "relative" ("child_id")`,
  `create index "relative_person_id_index" on "relative" ("person_id")`,
  `create table "relative_search" ("id" uuid not null, "child_id" uuid not null, "searched_at" timestamptz not null, "source" text not null, "outcome" text not null, "recorded_by" uuid not null, primary key ("id"))`,
  `create index "relative_search_child_id_index" on "relative_search" ("child_id")`,
  `alter table "relative" add constraint "relative_kinship_check" check ("kinship" in ('NONCUSTODIAL_PARENT', 'SIBLINGS_PARENT', 'ADULT_SIBLING', 'GRANDPARENT', 'AUNT_OR_UNCLE', 'COUSIN', 'OTHER_RELATIVE', 'NON_RELATIVE_EXTENDED_FAMILY'))`,
  `alter table "relative" add constraint "relative_notice_how_check" check ("notice_how" in ('LETTER', 'CALL', 'IN_PERSON', 'EMAIL'))`,
  `alter table "relative" add constraint "relative_notice_waived_because_check" check ("notice_waived_because" in ('FAMILY_VIOLENCE', 'COURT_ORDER', 'DECEASED'))`,
  `alter table "relative" add constraint "relative_assessment_check" check ("assessment" in ('NOT_ASKED', 'NOT_WILLING', 'WILLING', 'IN_ASSESSMENT', 'SUITABLE', 'NOT_SUITABLE'))`,
  `alter table "relative_search" add constraint "relative_search_source_check" check ("source" in ('PARENT', 'CHILD', 'RELATIVE', 'AGENCY_RECORDS', 'SEARCH_SERVICE', 'TRIBE', 'OTHER'))`,
  // As before, and the relatives who are people of the program.
  `create or replace view case_family as
     select id as child_id, id as person_id from child
     union all
     select child.id, parent.id::uuid from child cross join lateral unnest(parent_ids) as parent (id)
     union all
     select placement.child_id, caregiver.id::uuid
       from placement join caregiver_household household on household.id = placement.household_id
       cross join lateral unnest(household.caregiver_ids) as caregiver (id)
      where placement.ended_at is null
     union all
     select child_id, person_id from relative where person_id is not null`,
);
