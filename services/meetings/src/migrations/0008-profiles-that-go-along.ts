import { schemaStep } from '@fc/tenancy';

export const profilesThatGoAlong = schemaStep(
  '0008-profiles-that-go-along',
  `create table "profile_renewal" ("id" uuid not null, "entry_id" uuid not null, "child_id" uuid not null, "connection_id" uuid not null, "renewed_by" uuid not null, "renewed_at" timestamptz not null, "withdrawn_at" timestamptz null, primary key ("id"))`,
  `create index "profile_renewal_child_id_index" on "profile_renewal" ("child_id")`,
  `alter table "profile_renewal" add constraint "profile_renewal_one_each" unique ("entry_id", "connection_id")`,
  `alter table "child_profile_entry" drop constraint "child_profile_entry_field_check"`,
  `alter table "child_profile_entry" add constraint "child_profile_entry_field_check" check ("field" in ('SLEEP', 'FOOD', 'LIKES', 'DISLIKES', 'SONG', 'TOY', 'SCHOOL', 'MEDICAL', 'DENTAL', 'HAIR_AND_HYGIENE', 'FAITH', 'CULTURE', 'ETHNIC_PRACTICES', 'PARENTING', 'IDENTITY', 'ACTIVITIES', 'COMFORT_ITEM'))`,
);
