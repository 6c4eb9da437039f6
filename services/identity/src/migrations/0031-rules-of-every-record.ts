import { schemaStep } from '@fc/tenancy';

export const rulesOfEveryRecord = schemaStep(
  '0031-rules-of-every-record',
  `alter table "contact_rule" add "copy_of" uuid null`,
  `create index "contact_rule_copy_of_index" on "contact_rule" ("copy_of")`,
);
