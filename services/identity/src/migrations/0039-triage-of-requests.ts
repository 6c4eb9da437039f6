import { schemaStep } from '@fc/tenancy';

export const triageOfRequests = schemaStep(
  '0039-triage-of-requests',
  // Empty for what was taken up, and declined, before these were kept.
  `alter table "participation_request" add "taken_up_by" uuid null, add "taken_up_at" timestamptz null, add "decline_reason" text null`,
  `alter table "participation_request" add constraint "participation_request_decline_reason_check" check ("decline_reason" in ('NO_CHILD_IN_FOSTER_CARE', 'ANOTHER_COUNTY', 'ALREADY_TAKES_PART', 'COULD_NOT_BE_REACHED', 'CHANGED_THEIR_MIND', 'NOT_POSSIBLE_AT_PRESENT'))`,
);
