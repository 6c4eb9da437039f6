import { schemaStep } from '@fc/tenancy';

export const mandatedReports = schemaStep(
  '0015-mandated-reports',
  `create table "mandated_report" ("id" uuid not null, "connection_id" uuid not null, "author_id" uuid not null, "reported_at" timestamptz not null, "filed_at" timestamptz not null, "to_whom" text null, "reference" text null, "facts" text null, primary key ("id"))`,
  `create index "mandated_report_connection_id_index" on "mandated_report" ("connection_id")`,
  `create index "mandated_report_author_id_index" on "mandated_report" ("author_id")`,
);
