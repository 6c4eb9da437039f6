import { schemaStep } from '@fc/tenancy';

export const staysBesidePlacements = schemaStep(
  '0005-stays-beside-placements',
  `drop index "placement_one_open"`,
  `alter table "placement" add "beside_placement_id" uuid null, add "earlier_types" jsonb not null default '[]'`,
  `create unique index "placement_one_open_stay" on "placement" ("child_id") where ended_at is null and beside_placement_id is not null`,
  `create unique index "placement_one_open" on "placement" ("child_id") where ended_at is null and beside_placement_id is null`,
);
