import { schemaStep } from '@fc/tenancy';

export const mergedPeople = schemaStep(
  '0002-merged-people',
  `alter table "enrolled_person" add "merged_into_id" uuid null`,
  `create index "enrolled_person_merged_into_id_index" on "enrolled_person" ("merged_into_id")`,
);
