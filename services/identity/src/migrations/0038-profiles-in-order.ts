import { schemaStep } from '@fc/tenancy';

export const profilesInOrder = schemaStep('0038-profiles-in-order', `alter table "person" add column "profile_revision" int not null default 1`);
