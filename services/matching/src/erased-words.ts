import type { ErasedWords } from '@fc/subgraph';

/** What matching keeps of a person in words of theirs or about them. Why somebody was proposed is counted, not written. */
export const erasedWords: readonly ErasedWords[] = [
  { kind: 'languages', columns: ['known_person.languages', 'mentor_profile.languages', 'match_proposal.shared_languages'], sql: `with known as (update known_person set languages = '{}' where id = ?), profile as (update mentor_profile set languages = '{}' where person_id = ?)
    update match_proposal set shared_languages = '{}' where mentor_id = ? or participant_id = ? or participant_id in (select participant_id from connection_party where person_id = ?)` },
  { kind: 'reasons for declining', columns: ['match_proposal.decline_sealed', 'match_proposal.decline_reason'], sql: `update match_proposal set decline_sealed = null, decline_of = null, decline_reason = null where mentor_id = ? or participant_id = ? or participant_id in (select participant_id from connection_party where person_id = ?)` },
  { kind: 'wishes for a mentor', columns: ['mentor_need.own_wishes', 'mentor_need.wishes', 'mentor_need.area', 'match_proposal.words_sealed', 'match_proposal.missed_wishes'], sql: `with need as (update mentor_need set own_wishes = null, wishes_of = null, wishes = '[]', area = null where participant_id = ? or participant_id in (select participant_id from connection_party where person_id = ?))
    update match_proposal set words_sealed = null, words_of = null, missed_wishes = null where participant_id = ? or participant_id in (select participant_id from connection_party where person_id = ?)` },
  { kind: 'what a mentor said of themselves', columns: ['mentor_profile.own_words', 'mentor_profile.traits', 'mentor_profile.limits', 'mentor_profile.areas'], sql: `update mentor_profile set own_words = null, traits = '[]', limits = '{}', areas = '{}' where person_id = ?` },
  { kind: 'the key of own words', columns: ['person_key.wrapped'], sql: `delete from person_key where person_id = ?` },
  { kind: 'reasons for proposing', columns: ['match_proposal.override_reason'], sql: `update match_proposal set words_sealed = null, words_of = null, override_reason = null where mentor_id = ? or participant_id = ? or participant_id in (select participant_id from connection_party where person_id = ?)` },
  { kind: 'what the next mentor may know', columns: ['hand_over.draft_sealed', 'hand_over.agreed_sealed', 'hand_over.draft', 'hand_over.agreed'], sql: `delete from hand_over where need_id in (select id from mentor_need where participant_id = ? or participant_id in (select participant_id from connection_party where person_id = ?))` },
  { kind: 'the entry on the statewide roster', columns: ['committee_membership.name', 'committee_membership.languages'], sql: `update committee_membership set name = null, languages = '{}', left_at = coalesce(left_at, now()), listed = listed and left_at is not null where person_id = ?` },
];
