import { schemaStep } from '@fc/tenancy';

export const willingnessToPartner = schemaStep(
  '0033-willingness-to-partner',
  `create table "partnering_willingness" ("id" uuid not null, "answer" text not null, "ways" text[] not null, "said_at" timestamptz not null, "version" int not null default 1, primary key ("id"))`,
  `alter table "partnering_willingness" add constraint "partnering_willingness_answer_check" check ("answer" in ('WILLING', 'WITH_SUPPORT', 'NOT_YET'))`,
);
