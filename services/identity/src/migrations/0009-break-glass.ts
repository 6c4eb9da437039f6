import { schemaStep } from '@fc/tenancy';

export const breakGlass = schemaStep(
  '0009-break-glass',
  `create table "break_glass_use" ("id" uuid not null, "supervisor_id" uuid not null, "subject_id" uuid not null, "reason" text not null, "starts_at" timestamptz not null, "ends_at" timestamptz not null, primary key ("id"))`,
  `create index "break_glass_use_supervisor_id_index" on "break_glass_use" ("supervisor_id")`,
  `create index "break_glass_use_subject_id_index" on "break_glass_use" ("subject_id")`,
);
