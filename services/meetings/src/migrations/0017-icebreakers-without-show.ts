import { schemaStep } from '@fc/tenancy';

export const icebreakersWithoutShow = schemaStep('0017-icebreakers-without-show', `alter table "icebreaker" add column "no_show_at" timestamptz null`);
