import { schemaStep } from '@fc/tenancy';

export const interpreterNeeds = schemaStep('0030-interpreter-needs', `create table "interpreter_need" ("person_id" uuid not null, "language" text not null, primary key ("person_id"))`);
