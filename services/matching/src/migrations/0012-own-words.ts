import { schemaStep } from '@fc/tenancy';

export const ownWords = schemaStep(
  '0012-own-words',
  `alter table "match_proposal" add "missed_sealed" text null, add "missed_of" uuid null`,
  `alter table "mentor_need" add "own_wishes" text null, add "wishes_of" uuid null`,
  `alter table "mentor_profile" add "own_words" text null`,
);
