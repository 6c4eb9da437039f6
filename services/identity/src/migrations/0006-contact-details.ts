import { schemaStep } from '@fc/tenancy';

export const contactDetails = schemaStep(
  '0006-contact-details',
  `create table "contact_details" ("id" uuid not null, "person_id" uuid not null, "phones" text null, "email" text null, "addresses" text null, "safe_times" text null, "preferred" text null, "interpreter_language" text null, "version" int not null default 1, primary key ("id"))`,
  `alter table "contact_details" add constraint "contact_details_person_id_unique" unique ("person_id")`,
  `alter table "contact_details" add constraint "contact_details_preferred_check" check ("preferred" in ('CALL', 'TEXT', 'EMAIL', 'MAIL', 'IN_PERSON'))`,
);
