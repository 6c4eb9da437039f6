import type { ErasedWords } from '@fc/subgraph';

/** What matching keeps of a person in words of theirs or about them. Why somebody was proposed is counted, not written. */
export const erasedWords: readonly ErasedWords[] = [
  { kind: 'languages', columns: ['known_person.languages', 'mentor_profile.languages', 'match_proposal.shared_languages'], sql: `with known as (update known_person set languages = '{}' where id = ?), profile as (update mentor_profile set languages = '{}' where person_id = ?)
    update match_proposal set shared_languages = '{}' where mentor_id = ? or participant_id = ? or participant_id in (select participant_id from connection_party where person_id = ?)` },
  { kind: 'reasons for declining', columns: ['match_proposal.decline_reason'], sql: `update match_proposal set decline_reason = null where mentor_id = ? or participant_id = ? or participant_id in (select participant_id from connection_party where person_id = ?)` },
];
