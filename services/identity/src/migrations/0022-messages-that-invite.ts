import { schemaStep } from '@fc/tenancy';

export const messagesThatInvite = schemaStep(
  '0022-messages-that-invite',
  `alter table "notification" add "contact" jsonb null`,
);
