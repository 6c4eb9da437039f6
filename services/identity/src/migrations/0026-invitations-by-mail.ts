import { schemaStep } from '@fc/tenancy';

export const invitationsByMail = schemaStep(
  '0026-invitations-by-mail',
  `alter table "account" add "invited_at" timestamptz null`,
);
