import type { DisclosedTable, Fields, Subject, Unless } from '../redactions.ts';

const onConnection = 'connection_id = any (:connections)';
const ofPerson = 'person_id = any (:people)';
const ofFamily = `${onConnection} and person_id = any (:family)`;
const ofCall = `comfort_call_id in (select id from meetings.comfort_call where ${onConnection})`;

/** Words are their own whose words are disclosed. */
const saidBy = (column: string) => (row: Fields, { family }: Subject): boolean => family.includes(String(row[column]));
const isShared: Unless = ({ shared_at: sharedAt }) => sharedAt !== null;
const forEverybody: Unless = ({ note_for: noteFor }) => noteFor !== 'LEADS';
const bothApproved: Unless = (row) => row['parent_approved_at'] !== null && row['household_approved_at'] !== null;
const forBothSides: Unless = (row, { parentSide }) => row['for_caregivers'] === true || parentSide.includes(String(row['connection_id']));
const shownToSomebody: Unless = (row, subject) => saidBy('shared_by')(row, subject) && Array.isArray(row['readers']) && row['readers'].length > 0;
const theirOwnNeed: Unless = (row, subject) => row['for_person_id'] === null || saidBy('for_person_id')(row, subject);

/** When something was due, by which rule, and why it was late. */
const window = 'clock_start started_by rule opens_at closes_at';
const whyLate = { columns: 'miss_reason', kind: 'STAFF_NOTES' } as const;
const whyMoved = { columns: 'move_reason', kind: 'STAFF_NOTES' } as const;
const places = { columns: 'place', kind: 'PLACES' } as const;
const peerNotes = { columns: 'topics note', kind: 'PEER_NOTES' } as const;

/** What meetings keeps. Deadlines, reminders, calendars, links and what follows from identity's events are the platform's own. */
export const meetingsRules: Readonly<Record<string, DisclosedTable>> = {
  comfort_call: { whose: onConnection, gives: `id connection_id placement_id child_id placed_at placed_precision removed_at status held_at bridged_at not_connected_at ${window}`, withholds: [whyLate] },
  comfort_call_attempt: { whose: ofCall, gives: 'id comfort_call_id outcome may_call_again at recorded_by' },
  call_buy_in: { whose: ofCall, gives: 'id comfort_call_id party recorded_by recorded_at' },
  preparation_session: { whose: onConnection, gives: 'id connection_id match_id side mentor_id held_at', withholds: [peerNotes] },
  preparation_waiver: { whose: onConnection, gives: 'id connection_id side waived_by waived_at', withholds: [{ columns: 'reason', kind: 'STAFF_NOTES' }] },
  follow_up_session: { whose: onConnection, gives: 'id connection_id match_id side mentor_id follows_at due_at held_at closed_at', withholds: [peerNotes] },
  connections_meeting: { whose: onConnection, gives: `id connection_id status scheduled_for setting lead_ids facilitator_id relative_ids prepared_at held_at minutes came_ids no_show_at ${window}`, withholds: [places, whyLate] },
  agenda_item: {
    whose: `meeting_id in (select id from meetings.connections_meeting where ${onConnection} union select id from meetings.icebreaker where ${onConnection})`,
    gives: 'id meeting_id of_icebreaker position key own_title required direction covered_at covered_by note_for',
    withholds: [{ columns: 'note', kind: 'LEADS_NOTES', unless: forEverybody }],
  },
  communication_plan: { whose: onConnection, gives: 'id connection_id revision what how how_often channels times_per_week meeting_id proposed_by proposed_side agreed_at' },
  relationship_agreement: { whose: onConnection, gives: 'id connection_id revision proposed_by proposed_side proposed_at points talk_weekday talk_time review_on agreed_at agreed_by' },
  shared_statement: {
    whose: onConnection,
    gives: 'id connection_id wording written_by written_at parent_approved_at household_approved_at recipient_ids sent_at',
    withholds: [{ columns: 'text', kind: 'PRIVATE', unless: bothApproved }],
  },
  child_profile_entry: {
    whose: `${onConnection} or child_id = any (:people)`,
    gives: 'id child_id field revision sensitivity consent source_id connection_id recorded_by recorded_at',
    withholds: [{ columns: 'text', kind: 'OTHERS', unless: saidBy('child_id') }],
  },
  profile_renewal: { whose: onConnection, gives: 'id entry_id child_id connection_id renewed_by renewed_at withdrawn_at' },
  milestone: { whose: onConnection, gives: 'id connection_id side added_by added_at child_id happened_on', withholds: [{ columns: 'text', kind: 'OTHERS', unless: saidBy('added_by') }] },
  strength: { whose: onConnection, gives: 'id connection_id kind side child_id named_by named_side named_at shared_at taken_back_at', withholds: [{ columns: 'text', kind: 'OTHERS', unless: saidBy('named_by') }] },
  progress_share: { whose: onConnection, gives: 'id connection_id shared_by since readers shared_at withdrawn_at', withholds: [{ columns: 'words', kind: 'PRIVATE', unless: shownToSomebody }] },
  mandated_report: { whose: onConnection, whole: { kind: 'MANDATED_REPORTS' } },
  discrimination_concern: { whose: onConnection, whole: { kind: 'CONCERNS' } },
  draft: { whose: ofPerson, whole: { kind: 'PRIVATE' } },
  family_meeting: {
    whose: onConnection,
    gives: 'id connection_id number purpose scheduled_for setting parent_id other_parent_ids caregiver_ids relative_ids professional_ids planned_by status held_at minutes came_ids moved_at',
    withholds: [places, whyMoved, { columns: 'without_parent', kind: 'STAFF_NOTES' }],
  },
  family_decision: { whose: onConnection, gives: 'id meeting_id connection_id text owner_id due_on done_at' },
  guide_introduction: { whose: onConnection, gives: 'id connection_id side introduced_by through introduced_at' },
  guide_invitation: { whose: onConnection, gives: 'id connection_id invited_by invited_side invited_at answer answered_by answered_at' },
  guide_tick: { whose: ofFamily, gives: 'id connection_id person_id shared_at', withholds: [{ columns: 'prompt_id ticked_at', kind: 'PRIVATE', unless: isShared }] },
  guide_pace: { whose: ofFamily, whole: { kind: 'PRIVATE' } },
  moment_mark: { whose: ofFamily, whole: { kind: 'PRIVATE' } },
  icebreaker: { whose: onConnection, gives: `id connection_id placement_id child_id status scheduled_for setting facilitator_id relative_ids held_at minutes no_show_at purposes topics ${window}`, withholds: [places, whyLate] },
  meeting_support: { whose: onConnection, gives: 'id connection_id said_by provided_by_id withdrawn_at for_person_id', withholds: [{ columns: 'kind language', kind: 'OTHERS', unless: theirOwnNeed }] },
  review_hearing: { whose: onConnection, gives: 'id connection_id kind type_key type_name scheduled_for status recorded_by held_at minutes statement_id moved_at', withholds: [places, whyMoved] },
  hearing_finding: {
    whose: onConnection,
    gives: 'id hearing_id connection_id kind for_caregivers recorded_by recorded_at outcome outcome_at',
    withholds: [{ columns: 'text outcome_note', kind: 'OTHERS', unless: forBothSides }],
  },
  hearing_preparation: { whose: ofPerson, whole: { kind: 'PRIVATE' } },
  after_case_invitation: { whose: onConnection, gives: 'id connection_id invited_by invited_at occasion takes_place_at minutes status answered_by', withholds: [places] },
  transition_plan: { whose: onConnection, gives: 'id connection_id child_id goal planned_for status steps_done steps_not_needed contact_talk contact_talk_at contact_after' },
};
