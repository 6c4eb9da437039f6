import { schemaStep } from '@fc/tenancy';

export const whoCameToTheMeeting = schemaStep(
  '0016-who-came-to-the-meeting',
  `alter table "connections_meeting" add column "came_ids" text[] null`,
  `alter table "connections_meeting" drop constraint "connections_meeting_status_check"`,
  `alter table "connections_meeting" add constraint "connections_meeting_status_check" check ("status" in ('SCHEDULED', 'HELD', 'BROKEN_OFF', 'CANCELLED', 'SUSPENDED'))`,
);
