import { schemaStep } from '@fc/tenancy';

export const plansMadeAfterwards = schemaStep(
  '0011-plans-made-afterwards',
  `alter table "communication_plan" add "proposed_by" uuid null, add "proposed_side" text null`,
  `alter table "communication_plan" alter column "meeting_id" drop not null`,
  `alter table "communication_plan" add constraint "communication_plan_proposed_side_check" check ("proposed_side" in ('PARENT', 'HOUSEHOLD'))`,
);
