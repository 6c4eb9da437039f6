import { schemaStep } from '@fc/tenancy';

export const mergedPeople = schemaStep(
  '0018-merged-people',
  `create table "person_merge" ("id" uuid not null, "survivor_id" uuid not null, "duplicate_id" uuid not null, "reason" text not null, "moved" jsonb not null, "known" text[] not null, "merged_by" uuid not null, "merged_at" timestamptz not null, "unmerged_by" uuid null, "unmerged_at" timestamptz null, "said_since" jsonb not null, primary key ("id"))`,
  `create index "person_merge_survivor_id_index" on "person_merge" ("survivor_id")`,
  `create unique index "person_merge_one_each" on "person_merge" ("duplicate_id") where unmerged_at is null`,
  `alter table "person" add "merged_into_id" uuid null`,
  `create index "person_merged_into_id_index" on "person" ("merged_into_id")`,
);
