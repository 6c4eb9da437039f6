import { schemaStep } from '@fc/tenancy';

export const stories = schemaStep(
  '0027-stories',
  `create table "story" ("id" uuid not null, "teller_id" uuid not null, "recorded_by" uuid not null, "title" text not null, "text" text not null, "status" text not null, "released_how" text null, "released_until" timestamptz null, "named" boolean not null, "reviewed_by" uuid null, "published_at" timestamptz null, "version" int not null default 1, primary key ("id"))`,
  `create index "story_teller_id_index" on "story" ("teller_id")`,
  `create index "story_recorded_by_index" on "story" ("recorded_by")`,
  `alter table "story" add constraint "story_status_check" check ("status" in ('PRIVATE', 'RELEASED', 'PUBLISHED', 'WITHDRAWN'))`,
  `alter table "story" add constraint "story_released_how_check" check ("released_how" in ('SPOKEN', 'WRITTEN'))`,
);
