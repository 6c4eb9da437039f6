import type { ErasedWords } from '@fc/subgraph';

const name = `given_name = 'Erased', family_name = 'Person'`;

/**
 * What identity knows of a person in words of theirs or about them, beside their name. A feature that begins to keep such a thing
 * adds its line here. Ids and dates of the program's own work stay: they are the county's record and lead to nobody.
 */
export const erasedKinds: readonly ErasedWords[] = [
  { kind: 'contact details', columns: ['contact_details.*'], sql: `delete from contact_details where person_id = ?` },
  { kind: 'messages', columns: ['participation_request.message'], sql: `update participation_request set message = null where person_id = ?` },
  // The year stays, for the figures.
  { kind: 'date of birth', columns: ['child.birth_date'], sql: `update child set birth_date = date_trunc('year', birth_date)::date where id = ?` },
  { kind: 'corrections', columns: ['correction.facts'], sql: `update correction set facts = '[]', reason = '' where record in ('PERSON', 'CHILD') and record_id = ?` },
  // When the child moved, and into what kind of home, is the county's record; why somebody had it wrong are words.
  {
    kind: 'reasons of corrections',
    columns: ['correction.reason'],
    sql: `update correction set reason = '' where record_id in (select id from foster_care_episode where child_id = ?) or record_id in (select id from placement where child_id = ?)`,
  },
  { kind: 'relatives', columns: ['relative.given_name', 'relative.family_name'], sql: `update relative set ${name} where person_id = ? or child_id = ?` },
  { kind: 'searches for relatives', columns: ['relative_search.outcome'], sql: `update relative_search set outcome = '' where child_id = ?` },
  { kind: 'confidential facts', columns: ['confidential_fact.*'], sql: `delete from confidential_fact where person_id = ?` },
  {
    kind: 'written consents',
    columns: ['written_consent.elements', 'written_consent.patient_name', 'written_consent.disclosed_by', 'written_consent.information', 'written_consent.purpose', 'written_consent.document'],
    sql: `update written_consent set elements = null, patient_name = null, disclosed_by = null, information = null, purpose = null, document = null, fact_ids = '{}', revoked_at = coalesce(revoked_at, now()) where person_id = ?`,
  },
  { kind: 'wishes with a consent', columns: ['consent.wish'], sql: `update consent set wish = null where person_id = ?` },
  { kind: 'details of the home', columns: ['home_details.*'], sql: `delete from home_details where id in (select id from caregiver_household where caregiver_ids @> array[?::uuid::text])` },
  { kind: 'stories', columns: ['story.title', 'story.text'], sql: `delete from story where teller_id = ?` },
  { kind: 'what a young person said', columns: ['youth_feedback.text'], sql: `update youth_feedback set text = '' where child_id = ?` },
  {
    kind: 'encouragement',
    columns: ['encouragement.text'],
    sql: `update encouragement set text = '' where written_by = ?::uuid or connection_id in (
      select connection.id from family_connection connection left join caregiver_household household on household.id = connection.household_id
       where connection.parent_id = ?::uuid or household.caregiver_ids @> array[?::uuid::text]
          or exists (select 1 from connection_child child where child.connection_id = connection.id and child.child_id = ?::uuid))`,
  },
  { kind: 'why the Indian Child Welfare Act may apply', columns: ['icwa_record.basis'], sql: `update icwa_record set basis = '' where child_id = ?` },
  { kind: 'findings on placements', columns: ['icwa_placement.finding'], sql: `update icwa_placement set finding = null where placement_id in (select id from placement where child_id = ?)` },
  { kind: 'reasons for breaking the glass', columns: ['break_glass_use.reason'], sql: `update break_glass_use set reason = '' where subject_id = ?` },
  {
    kind: 'merged records',
    columns: ['person_merge.reason', 'person_merge.moved', 'person_merge.known'],
    sql: `update person_merge set reason = '', known = '{}', moved = moved || '{"contactDetails": null, "externalRecords": []}' where survivor_id = ? or duplicate_id = ?`,
  },
  {
    kind: 'imported rows',
    columns: ['case_import_row.cells', 'case_import_row.external_id', 'case_import_row.case_key', 'case_import_row.message'],
    sql: `update case_import_row set cells = null, external_id = null, case_key = null, message = null where record_id = ?`,
  },
  { kind: 'numbers in other systems', columns: ['external_record.*'], sql: `delete from external_record where record_id = ?` },
  { kind: 'reasons for forgetting relatives', columns: ['erasure.reason'], sql: `update erasure set reason = null where of_relative and person_id in (select id from relative where child_id = ?)` },
  { kind: 'links in messages', columns: ['capability_link.*'], sql: `delete from capability_link where person_id = ?` },
  { kind: 'wishes for notifications', columns: ['notification_preferences.*'], sql: `delete from notification_preferences where person_id = ?` },
];
