import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SharedWorld } from '@fc/testing';

const signsIn = 'REFUSED: the duplicate signs in';
const onConnection = 'REFUSED: the duplicate is on a family connection';
const mentors = 'REFUSED: the duplicate mentors, or has a mentor';
const ledger = 'SAID of every record, by the events of the contact ledger and the case plan';
const planned = 'KEPT: the ledger and the case plan say the same of every record, and suspend it as they would the survivor’s';
const happened = 'KEPT: what happened';

/** What each service but for identity projects of access, or keeps by `@fc/subgraph`. */
const inEvery: Readonly<Record<string, string>> = {
  'access_account.person_id': signsIn,
  'access_case_member.person_id': 'FOLLOWS the events of case assignments',
  'access_elevation.person_id': 'KEPT: it ends by itself',
  'access_elevation.subject_id': 'KEPT: it ends by itself',
  'access_pair.mentor_id': mentors,
  'access_pair.participant_id': mentors,
  'access_party.participant_id': onConnection,
  'access_party.person_id': onConnection,
  'access_role.person_id': 'FOLLOWS the events of roles',
  'audit_entry.person': happened,
  'case_plan_limit.person_id': ledger,
  'contact_pair.first_person_id': ledger,
  'contact_pair.second_person_id': ledger,
  'contact_rule.first_person_id': ledger,
  'contact_rule.second_person_id': ledger,
  'person_key.person_id': 'KEPT: each record is sealed with its own',
};

/** Every column in which a service can name a person, and how a merge reaches it. A new one is decided here before it is on main; identity’s own are in its merging.int-spec. */
const decided: Readonly<Record<string, string>> = {
  'family_time.connected_families.caregiver_ids': onConnection,
  'family_time.connected_families.parent_id': onConnection,
  'family_time.family_time_plan.parent_id': onConnection,
  'family_time.family_time_visit.parent_id': onConnection,
  'family_time.family_time_visit.people_ids': planned,
  'family_time.family_time_visit.relative_ids': planned,
  'family_time.family_time_visit.supervisor_id': planned,
  'matching.child_kin.person_id': 'JOINED: a merge says of the survivor too that they are family of the child',
  'matching.committee_membership.person_id': mentors,
  'matching.connection_party.participant_id': onConnection,
  'matching.connection_party.person_id': onConnection,
  'matching.match_proposal.mentor_id': mentors,
  'matching.match_proposal.participant_id': onConnection,
  'matching.mentor_match.mentor_id': mentors,
  'matching.mentor_match.participant_id': mentors,
  'matching.mentor_need.participant_id': onConnection,
  'matching.mentor_profile.person_id': mentors,
  'meetings.active_match.mentor_id': mentors,
  'meetings.active_match.participant_id': mentors,
  'meetings.calendar_feed.person_id': signsIn,
  'meetings.connections_meeting.came_ids': happened,
  'meetings.connections_meeting.facilitator_id': planned,
  'meetings.connections_meeting.lead_ids': mentors,
  'meetings.connections_meeting.relative_ids': planned,
  'meetings.child_profile_entry.source_id': 'KEPT: who told it',
  'meetings.draft.person_id': signsIn,
  'meetings.family_connection.caregiver_ids': onConnection,
  'meetings.family_connection.parent_id': onConnection,
  'meetings.family_decision.owner_id': 'KEPT: who took it on, shown by the name of the survivor',
  'meetings.family_meeting.came_ids': happened,
  'meetings.family_meeting.caregiver_ids': onConnection,
  'meetings.family_meeting.other_parent_ids': planned,
  'meetings.family_meeting.parent_id': onConnection,
  'meetings.family_meeting.professional_ids': planned,
  'meetings.family_meeting.relative_ids': planned,
  'meetings.follow_up_session.mentor_id': mentors,
  'meetings.free_times.person_id': signsIn,
  'meetings.guide_pace.person_id': signsIn,
  'meetings.guide_tick.person_id': signsIn,
  'meetings.hearing_preparation.person_id': onConnection,
  'meetings.icebreaker.facilitator_id': planned,
  'meetings.icebreaker.relative_ids': planned,
  'meetings.mandated_report.author_id': signsIn,
  'meetings.meeting_support.for_person_id': onConnection,
  'meetings.moment_mark.person_id': signsIn,
  'meetings.preparation_session.mentor_id': mentors,
  'meetings.reminder_day.person_id': 'KEPT: who was reminded on which day',
  'meetings.shared_statement.recipient_ids': happened,
  'meetings.spoken_languages.person_id': 'FOLLOWS the events of profiles',
  'outcomes.connection_journey.parent_id': onConnection,
  'outcomes.outcome_fact.parent_id': onConnection,
  'outcomes.outcome_fact.participant_id': onConnection,
  'outcomes.readiness_improvement.owner_id': 'KEPT: who took it on, shown by the name of the survivor',
  'matching.mentor_profile.conflicts': 'JOINED: a conflict with the one record is one with both',
  'support.enrolled_person.merged_into_id': 'SET, and every column of support is read by it',
  'support.finished_reflections.person_id': 'FOLLOWS enrolled_person',
  'support.reflection.person_id': 'FOLLOWS enrolled_person',
  'support.resource_referral.person_id': 'FOLLOWS enrolled_person',
  'support.training_completion.person_id': 'FOLLOWS enrolled_person',
};

let world: SharedWorld;

beforeAll(async () => {
  world = await SharedWorld.join('king');
}, 120_000);
afterAll(() => world?.stop());

describe('what a merge does in services', () => {
  it('S83 is decided for every column that names a person; who did something stays who did it', async () => {
    const columns = await world.county('king').rows<{ service: string; name: string }>(
      `select table_schema as service, table_name || '.' || column_name as name from information_schema.columns join information_schema.tables using (table_schema, table_name)
        where table_schema in ('matching', 'meetings', 'family_time', 'support', 'outcomes') and table_type = 'BASE TABLE' and udt_name in ('uuid', '_text', '_uuid')
          and column_name ~ '(person|people|parent|caregiver|relative|mentor|participant|supervisor|professional|facilitator|lead|came|owner|author|recipient|source_id|conflicts|merged_into)|^subject_id$' order by 1, 2`,
    );
    const others = columns.filter(({ name }) => !(name in inEvery) && name !== 'deadline.subject_id'); // a deadline's is a thing that is due
    expect(others.map(({ service, name }) => `${service}.${name}`)).toEqual(Object.keys(decided).sort());
  });
});
