import { schemaStep } from '@fc/tenancy';

export const linksInMessages = schemaStep(
  '0025-links-in-messages',
  `create table "capability_link" ("id" uuid not null, "token_hash" text not null, "county" text not null, "person_id" uuid not null, "purpose" text not null, "notification_id" uuid not null, "method" text not null, "expires_at" timestamptz not null, "uses" int not null, "revoked_at" timestamptz null, "version" int not null default 1, primary key ("id"))`,
  `alter table "capability_link" add constraint "capability_link_token_hash_unique" unique ("token_hash")`,
  `create index "capability_link_person_id_index" on "capability_link" ("person_id")`,
  `alter table "capability_link" add constraint "capability_link_purpose_check" check ("purpose" in ('STOP_MESSAGES', 'CONFIRM_READ'))`,
  `alter table "capability_link" add constraint "capability_link_method_check" check ("method" in ('MAIL', 'TEXT'))`,
  `alter table "notification" add "read_at" timestamptz null`,
);
