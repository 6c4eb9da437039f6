import { schemaStep } from '@fc/tenancy';

export const languageWish = schemaStep(
  '0013-language-wish',
  `alter table "mentor_need" add "language_wish" jsonb null`,
);
