import { schemaStep } from '@fc/tenancy';

export const ownWords = schemaStep(
  '0012-own-words',
  `alter table "match_proposal" add "words_sealed" text null, add "words_of" uuid null, add "decline_sealed" text null, add "decline_of" uuid null`,
  `alter table "hand_over" add "draft_sealed" text null, add "agreed_sealed" text null, add "words_of" uuid null`,
  `alter table "mentor_need" add "own_wishes" text null, add "wishes_of" uuid null`,
  `alter table "mentor_profile" add "own_words" text null`,
);
