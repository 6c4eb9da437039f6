import { schemaStep } from '@fc/tenancy';

export const progressSharing = schemaStep(
  '0012-progress-sharing',
  `create table "progress_share" ("id" uuid not null, "connection_id" uuid not null, "shared_by" uuid not null, "words" text null, "since" date not null, "readers" text[] not null, "shared_at" timestamptz not null, "withdrawn_at" timestamptz null, "version" int not null default 1, primary key ("id"))`,
  `create index "progress_share_connection_id_index" on "progress_share" ("connection_id")`,
);
