import { schemaStep } from '@fc/tenancy';

export const committeeRoster = schemaStep(
  '0006-committee-roster',
  `create table "committee_membership" ("id" uuid not null, "person_id" uuid not null, "state_id" text not null, "name" text null, "languages" text[] not null, "joined_at" timestamptz not null, "left_at" timestamptz null, "listed" boolean not null, "version" int not null default 1, primary key ("id"))`,
  `alter table "committee_membership" add constraint "committee_membership_person_id_unique" unique ("person_id")`,
  `alter table "committee_membership" add constraint "committee_membership_state_id_unique" unique ("state_id")`,
);
