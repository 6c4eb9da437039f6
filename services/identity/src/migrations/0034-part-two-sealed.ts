import { schemaStep } from '@fc/tenancy';

/** The plain columns stay until no service of the version before runs any more; `keepProtection` moves what stands in them. */
export const partTwoSealed = schemaStep(
  '0034-part-two-sealed',
  `alter table "confidential_fact" alter column "text" drop not null, add "sealed_text" text null`,
  `alter table "written_consent" alter column "patient_name" drop not null, alter column "disclosed_by" drop not null, alter column "information" drop not null, alter column "purpose" drop not null, alter column "document" drop not null, add "elements" text null`,
);
