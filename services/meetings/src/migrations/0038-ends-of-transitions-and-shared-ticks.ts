import { schemaStep } from '@fc/tenancy';

export const endsOfTransitionsAndSharedTicks = schemaStep(
  '0038-ends-of-transitions-and-shared-ticks',
  `alter table "transition_plan" add column "ended_at" timestamptz null`,
  // What has ended by now has prepared the children for whatever has begun by now, and for nothing after that.
  `update "transition_plan" set "ended_at" = now() where "status" in ('DONE', 'GIVEN_UP')`,
  `update "guide_tick" set "shared_at" = null where "ticked_at" is null`,
);
