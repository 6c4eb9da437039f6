import { schemaStep } from '@fc/tenancy';

const topics = `(1, 'CAREGIVER_AND_HOME', 'CAREGIVER_TO_PARENT'), (2, 'CHILD_NEEDS', 'PARENT_TO_CAREGIVER'), (3, 'ROUTINES', 'PARENT_TO_CAREGIVER'), (4, 'LIKES_AND_DISLIKES', 'PARENT_TO_CAREGIVER'),
  (5, 'MEDICAL_HISTORY', 'PARENT_TO_CAREGIVER'), (6, 'FAMILY_DYNAMICS', 'BOTH'), (7, 'COMMUNICATION_EXPECTATIONS', 'BOTH'), (8, 'CONTACT_ARRANGEMENTS', 'BOTH')`;

export const meetingsWithALength = schemaStep(
  '0031-meetings-with-a-length',
  // What has been planned until now was taken to last an hour.
  ...['connections_meeting', 'family_meeting', 'review_hearing', 'after_case_invitation', 'support_confirmation'].flatMap((table) => [
    `alter table "${table}" add "minutes" int not null default 60`,
    `alter table "${table}" alter column "minutes" drop default`,
  ]),
  `alter table "icebreaker" add "minutes" int null, add "relative_ids" text[] not null default '{}'`,
  `alter table "icebreaker" alter column "relative_ids" drop default`,
  `update "icebreaker" set minutes = 60 where scheduled_for is not null`,
  ...['family_meeting', 'review_hearing'].flatMap((table) => [
    `alter table "${table}" add "moved_at" timestamptz null, add "move_reason" text null`,
    `alter table "${table}" add constraint "${table}_move_reason_check" check ("move_reason" in ('SOMEBODY_CANNOT_COME', 'SUPPORT_MISSING', 'PLACE_NOT_TO_BE_HAD', 'DECIDED_BY_COURT', 'OTHER'))`,
  ]),
  `alter table "agenda_item" add "origin" text not null default 'PROGRAM'`,
  `alter table "agenda_item" alter column "origin" drop default`,
  `update "agenda_item" set origin = 'COUNTY' where own_title is not null`,
  `alter table "agenda_item" add constraint "agenda_item_origin_check" check ("origin" in ('PROGRAM', 'ICEBREAKER', 'COUNTY'))`,
  `alter table "agenda_item" drop constraint "agenda_item_one_each"`,
  `alter table "agenda_item" add constraint "agenda_item_one_each" unique ("meeting_id", "origin", "key")`,
  `insert into agenda_item (id, meeting_id, position, origin, key, required, direction)
   select gen_random_uuid(), icebreaker.id, topic.position, 'ICEBREAKER', topic.key, false, topic.direction
     from icebreaker, (values ${topics}) topic (position, key, direction) where icebreaker.status = 'SCHEDULED'`,
  // What somebody promised before work lists had it. A step knows no county's clocks: that day lasts here until it is over everywhere.
  `insert into deadline (id, kind, connection_id, subject_id, doers, doer_id, rule, started_by, clock_start, opens_at, closes_at, status, look_at)
   select decision.id, 'FAMILY_DECISION', decision.connection_id, decision.id, '{}', decision.owner_id, 'FAMILY_DECISION_BY_A_CHOSEN_DAY', 'FAMILY_MEETING',
          meeting.held_at, meeting.held_at, (decision.due_on + 1)::timestamp at time zone 'Etc/GMT+12', 'OPEN', meeting.held_at
     from family_decision decision
     join family_meeting meeting on meeting.id = decision.meeting_id and meeting.held_at is not null
     join family_connection connection on connection.id = decision.connection_id and connection.closed_at is null
    where decision.done_at is null
   on conflict (connection_id, kind, subject_id) do nothing`,
);
