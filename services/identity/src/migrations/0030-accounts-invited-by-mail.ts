import { contractingStep } from '@fc/tenancy';

export const accountsInvitedByMail = contractingStep(
  '0030-accounts-invited-by-mail',
  `alter table "account" add "invited_by_mail" boolean null`,
  `update "account" set "invited_by_mail" = "invited_at" is not null`,
  `alter table "account" alter column "invited_by_mail" set not null`,
);
