import { schemaStep } from '@fc/tenancy';

export const nextRowOfAnImport = schemaStep(
  '0024-next-row-of-an-import',
  `drop index "case_import_row_import_id_outcome_stage_began_at_index"`,
  `create index "case_import_row_import_id_outcome_stage_began_at_number_index" on "case_import_row" ("import_id", "outcome", "stage", "began_at", "number")`,
);
