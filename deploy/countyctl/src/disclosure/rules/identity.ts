import type { DisclosedTable, Unless } from '../redactions.ts';

const ofPerson = 'person_id = any (:people)';
const ofChild = 'child_id = any (:people)';
const onConnection = 'connection_id = any (:connections)';
const theirHousehold = 'id in (select id from identity.caregiver_household where caregiver_ids && :people::text[])';
const theirPlacement = 'child_id = any (:people) or id in (select placement_id from identity.connection_child where connection_id = any (:connections))';

const isTheirs: Unless = ({ id }, { people }) => people.includes(String(id));
const noSubstitute: Unless = ({ addresses }) => !(addresses as { readonly substitute?: unknown } | null)?.substitute;
const partTwoAllows: Unless = ({ id }, { partTwo }) => partTwo === null || partTwo.includes(String(id));

/** What identity keeps. Numbers in other systems, merges, holds, erasures and uses of break-glass are the county's own business. */
export const identityRules: Readonly<Record<string, DisclosedTable>> = {
  person: { whose: 'id = any (:family)', gives: 'id given_name family_name languages merged_into_id', withholds: [{ columns: 'phone', kind: 'WAYS_TO_REACH_OTHERS', unless: isTheirs }, { columns: 'disabled_at', kind: 'STAFF_NOTES' }] },
  role_assignment: { whose: ofPerson, gives: 'id person_id role starts_at ends_at' },
  participation_request: { whose: ofPerson, gives: 'id person_id side preferred_language message status requested_at requested_by taken_up_by taken_up_at closed_at', withholds: [{ columns: 'decline_reason', kind: 'STAFF_NOTES' }] },
  caregiver_household: { whose: `${theirHousehold} or id in (select household_id from identity.family_connection where id = any (:connections))`, gives: 'id kind licensed caregiver_ids' },
  child: { whose: 'id = any (:family)', gives: 'id sibling_group_id parent_ids birth_date' },
  case_assignment: { whose: ofChild, gives: 'id child_id person_id role starts_at ends_at' },
  foster_care_episode: { whose: ofChild, gives: 'id child_id removed_at removed_precision exited_at exit_reason' },
  placement: { whose: theirPlacement, gives: 'id child_id episode_id type household_id beside_placement_id started_at started_precision ended_at earlier_types' },
  family_connection: { whose: 'id = any (:connections)', gives: 'id parent_id household_id status opened_at closed_at' },
  connection_child: { whose: onConnection, gives: 'id connection_id child_id placement_id joined_at left_at' },
  consent: { whose: ofPerson, gives: 'id person_id item purpose recipient_person_id recipient_role recipient_partner_id given_how wish recorded_by starts_at ends_at' },
  home_details: { whose: theirHousehold, gives: 'id people_in_home neighbourhood' },
  partnering_willingness: { whose: theirHousehold, gives: 'id answer ways said_at' },
  after_case_consent: { whose: onConnection, gives: 'id connection_id person_id given_how given_at withdrawn_at' },
  confidential_fact: { whose: ofPerson, gives: 'id person_id text sealed_text recorded_by recorded_at site_id ended_at', whole: { kind: 'PART_2', unless: partTwoAllows } },
  written_consent: {
    whose: ofPerson,
    gives: 'id person_id elements patient_name disclosed_by information purpose document recipient_person_id fact_ids signed_on expires_on recorded_by revoked_at',
    whole: { kind: 'PART_2', unless: partTwoAllows },
  },
  contact_rule: {
    whose: '(first_person_id = any (:people) or second_person_id = any (:people) or (first_person_id = any (:family) and second_person_id = any (:family))) and copy_of is null',
    gives: 'id kind first_person_id second_person_id channels starts_at ends_at hours',
    withholds: [{ columns: 'source document recorded_by ended_by_source ended_by_document', kind: 'SOURCES' }],
  },
  case_plan_limit: {
    whose: `${ofPerson} or ${ofChild}`,
    gives: 'id child_id person_id channels times_per_week supervision starts_at ends_at revision',
    withholds: [{ columns: 'document earlier recorded_by', kind: 'SOURCES' }],
  },
  contact_details: { whose: ofPerson, gives: 'id person_id phones email safe_times preferred interpreter_language', withholds: [{ columns: 'addresses', kind: 'ADDRESS_PROGRAM', unless: noSubstitute }] },
  correction: { whose: 'record_id = any (:people)', gives: 'id record record_id facts corrected_by corrected_at', withholds: [{ columns: 'reason', kind: 'STAFF_NOTES' }] },
  relative: {
    whose: ofChild,
    gives: 'id child_id kinship found_at notice_sent_at notice_how recorded_by',
    withholds: [{ columns: 'given_name family_name person_id assessment assessed_at', kind: 'OTHERS' }, { columns: 'notice_waived_because', kind: 'STAFF_NOTES' }],
  },
  relative_search: { whose: ofChild, gives: 'id child_id searched_at source recorded_by', withholds: [{ columns: 'outcome', kind: 'OTHERS' }] },
  icwa_record: { whose: ofChild, gives: 'id child_id status effective_on basis tribe_ids party_ids recorded_by' },
  icwa_placement: { whose: 'placement_id in (select id from identity.placement where child_id = any (:people))', gives: 'id placement_id preference finding found_on standard_of_proof recorded_by' },
  encouragement: { whose: onConnection, gives: 'id connection_id written_by text written_at' },
  youth_feedback: { whose: ofChild, gives: 'id child_id about text given_at' },
  story: { whose: 'teller_id = any (:people)', gives: 'id teller_id title text status published_at', withholds: [{ columns: 'recorded_by reviewed_by released_how released_until named', kind: 'STAFF_NOTES' }] },
};
