import { schemaStep } from '@fc/tenancy';

export const interpreterNeeds = schemaStep('0030-interpreter-needs', `alter table "spoken_languages" add column "interpreter_language" text null`);
