import { contractingStep } from '@fc/tenancy';

export const relativesAtMeetings = contractingStep(
  '0003-relatives-at-meetings',
  `alter table "connections_meeting" add "relative_ids" text[] not null default '{}'`,
  `alter table "connections_meeting" alter column "relative_ids" drop default`,
);
