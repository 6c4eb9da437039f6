import { schemaStep } from '@fc/tenancy';

const topics = `(1, 'CAREGIVER_AND_HOME', 'CAREGIVER_TO_PARENT', 'The caregiver, their family and their home'), (2, 'CHILD_NEEDS', 'PARENT_TO_CAREGIVER', 'What the child needs'),
  (3, 'ROUTINES', 'PARENT_TO_CAREGIVER', 'The child’s routines'), (4, 'LIKES_AND_DISLIKES', 'PARENT_TO_CAREGIVER', 'What the child likes and dislikes'),
  (5, 'MEDICAL_HISTORY', 'PARENT_TO_CAREGIVER', 'The child’s medical history'), (6, 'FAMILY_DYNAMICS', 'BOTH', 'How each family lives together'),
  (7, 'COMMUNICATION_EXPECTATIONS', 'BOTH', 'What each expects of staying in touch'), (8, 'CONTACT_ARRANGEMENTS', 'BOTH', 'How and when the child and the family are in contact')`;

export const meetingsWithALength = schemaStep(
  '0031-meetings-with-a-length',
  // What has been planned until now was taken to last an hour, and what the release before goes on planning is.
  ...['connections_meeting', 'icebreaker', 'family_meeting', 'review_hearing', 'after_case_invitation', 'support_confirmation'].map((table) => `alter table "${table}" add "minutes" int not null default 60`),
  `alter table "icebreaker" add "relative_ids" text[] not null default '{}'`,
  ...['family_meeting', 'review_hearing'].flatMap((table) => [
    `alter table "${table}" add "moved_at" timestamptz null, add "move_reason" text null`,
    `alter table "${table}" add constraint "${table}_move_reason_check" check ("move_reason" in ('SOMEBODY_CANNOT_COME', 'SUPPORT_MISSING', 'PLACE_NOT_TO_BE_HAD', 'DECIDED_BY_COURT', 'OTHER'))`,
  ]),
  `alter table "agenda_item" add "of_icebreaker" boolean not null default false`,
  `alter table "agenda_item" drop constraint "agenda_item_one_each"`,
  `alter table "agenda_item" add constraint "agenda_item_one_each" unique ("meeting_id", "of_icebreaker", "key")`,
  `insert into agenda_item (id, meeting_id, position, of_icebreaker, key, own_title, required, direction)
   select gen_random_uuid(), icebreaker.id, topic.position, true, topic.key, topic.title, false, topic.direction
     from icebreaker, (values ${topics}) topic (position, key, direction, title) where icebreaker.status = 'SCHEDULED'`,
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
