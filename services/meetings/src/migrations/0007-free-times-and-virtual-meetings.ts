import { schemaStep } from '@fc/tenancy';

const settings = `check ("setting" in ('AGENCY', 'COMMUNITY', 'CAREGIVER_HOME', 'COURT', 'HOSPITAL', 'TEAM_MEETING', 'ORIENTATION', 'TRAINING', 'VIRTUAL', 'OTHER'))`;

export const freeTimesAndVirtualMeetings = schemaStep(
  '0007-free-times-and-virtual-meetings',
  `create table "free_times" ("person_id" uuid not null, "hours" jsonb not null, "said_at" timestamptz not null, primary key ("person_id"))`,
  `alter table "connections_meeting" add "no_show_at" timestamptz null`,
  `alter table "connections_meeting" drop constraint "connections_meeting_setting_check"`,
  `alter table "connections_meeting" add constraint "connections_meeting_setting_check" ${settings}`,
  `alter table "icebreaker" drop constraint "icebreaker_setting_check"`,
  `alter table "icebreaker" add constraint "icebreaker_setting_check" ${settings}`,
);
