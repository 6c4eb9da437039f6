import { schemaStep } from '@fc/tenancy';

export const whatAProposalMet = schemaStep('0009-what-a-proposal-met', `alter table "match_proposal" add "constraints_met" text[] null, add "constraints_against" text[] null`);
