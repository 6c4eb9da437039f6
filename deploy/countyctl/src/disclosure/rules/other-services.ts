import type { DisclosedTable } from '../redactions.ts';

const participants = `(select participant_id from matching.connection_party where person_id = any (:people) union select id from unnest(:people) as person (id))`;
const ofParticipant = `participant_id in ${participants}`;
const mentorOrParticipant = `${ofParticipant} or mentor_id = any (:people)`;

/** What matching keeps: who was matched with whom. What somebody wished for, and why somebody was proposed, is for matching alone. */
export const matchingRules: Readonly<Record<string, DisclosedTable>> = {
  mentor_need: { whose: ofParticipant, gives: 'id participant_id mentor_role connection_id since met_at withdrawn_at', withholds: [{ columns: 'own_wishes wishes language_wish hours area', kind: 'PRIVATE' }] },
  match_proposal: {
    whose: mentorOrParticipant,
    gives: 'id need_id participant_id mentor_role mentor_id status proposed_at mentor_accepted_at participant_accepted_at closed_at',
    withholds: [{ columns: 'run_id score reasons shared_languages constraints_met constraints_against runner_up words_sealed missed_wishes override_reason approved_at answer_by decline_sealed decline_reason declined_by not_again next_best_due', kind: 'STAFF_NOTES' }],
  },
  mentor_match: { whose: mentorOrParticipant, gives: 'id proposal_id need_id participant_id mentor_role mentor_id accepted_at ended_at', withholds: [{ columns: 'ended_because last_contact_at', kind: 'STAFF_NOTES' }] },
  hand_over: { whose: `need_id in (select id from matching.mentor_need where ${ofParticipant})`, whole: { kind: 'PEER_NOTES' } },
  mentor_profile: {
    whose: 'person_id = any (:people)',
    gives: 'id person_id mentor_role own_case_closed_on foster_experience worked_with_parents trained_on capacity languages active',
    withholds: [{ columns: 'own_words traits limits areas conflicts hours hours_exceptions time_zone away_from away_until days_away', kind: 'PRIVATE' }],
  },
  committee_membership: { whose: 'person_id = any (:people)', gives: 'id person_id name languages joined_at left_at listed', withholds: [{ columns: 'state_id', kind: 'PRIVATE' }] },
  rematch_request: { whose: `match_id in (select id from matching.mentor_match where ${ofParticipant})`, whole: { kind: 'PRIVATE' } },
};

const ofPlan = 'child_id = any (:people) or parent_id = any (:people) or (child_id = any (:family) and parent_id = any (:family))';

export const familyTimeRules: Readonly<Record<string, DisclosedTable>> = {
  family_time_plan: {
    whose: ofPlan,
    gives: 'id child_id parent_id frequency_per_week minutes setting supervision revision planned_at',
    withholds: [{ columns: 'supervise_because earlier', kind: 'STAFF_NOTES' }],
  },
  family_time_visit: {
    whose: ofPlan,
    gives: 'id plan_id child_id parent_id starts_at ends_at setting natural_place supervisor_id caregiver_present relative_ids people_ids status attendance held_at held_minutes cancel_reason',
    withholds: [{ columns: 'place', kind: 'PLACES' }],
  },
  visit_barrier: { whose: `plan_id in (select id from family_time.family_time_plan where ${ofPlan})`, gives: 'id plan_id kind wanted_for recorded_at' },
};

export const supportRules: Readonly<Record<string, DisclosedTable>> = {
  training_completion: { whose: 'person_id = any (:people)', gives: 'id person_id training_key completed_on recorded_at' },
  resource_referral: { whose: 'person_id = any (:people)', gives: 'id person_id referred_by_id status made_at accepted_at closed_at', withholds: [{ columns: 'service_name need outcome', kind: 'SERVICES' }] },
  reflection: { whose: 'person_id = any (:people)', whole: { kind: 'PRIVATE' } },
};
