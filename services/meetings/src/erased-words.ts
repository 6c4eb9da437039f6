import type { ErasedWords } from '@fc/subgraph';

/** The connections that the person is on in any way: what is written there speaks of all of them. */
const connections = `with erased (id) as (values (?::uuid)), theirs as (
    select connection.id from family_connection connection, erased
     where connection.parent_id = erased.id or connection.caregiver_ids @> array[erased.id::text]
        or exists (select 1 from connection_child child where child.connection_id = connection.id and child.child_id = erased.id))`;
const onTheirs = 'connection_id in (select id from theirs)';

/** What meetings keeps of a person in words of theirs or about them. That they met, and when, is the county's record. */
export const erasedWords: readonly ErasedWords[] = [
  { kind: 'what was told of the child', columns: ['child_profile_entry.text'], sql: `update child_profile_entry set text = '' where child_id = ?::uuid or source_id = ?::uuid` },
  { kind: 'preparation talks', columns: ['preparation_session.topics', 'preparation_session.note'], sql: `${connections} update preparation_session set topics = '{}', note = null where ${onTheirs}` },
  { kind: 'reasons for no preparation', columns: ['preparation_waiver.reason'], sql: `${connections} update preparation_waiver set reason = '' where ${onTheirs}` },
  { kind: 'talks after the meeting', columns: ['follow_up_session.topics', 'follow_up_session.note'], sql: `${connections} update follow_up_session set topics = '{}', note = null where ${onTheirs}` },
  { kind: 'notes of the meeting', columns: ['agenda_item.note'], sql: `${connections} update agenda_item set note = null where meeting_id in (select id from connections_meeting where ${onTheirs} union all select id from icebreaker where ${onTheirs})` },
  { kind: 'communication plan', columns: ['communication_plan.what', 'communication_plan.how', 'communication_plan.how_often'], sql: `${connections} update communication_plan set what = '', how = '', how_often = '' where ${onTheirs}` },
  { kind: 'agreements', columns: ['relationship_agreement.points', 'relationship_agreement.talk_time'], sql: `${connections} update relationship_agreement set points = '{}', talk_time = null where ${onTheirs}` },
  { kind: 'statements of both families', columns: ['shared_statement.text'], sql: `${connections} update shared_statement set text = '' where ${onTheirs}` },
  { kind: 'languages', columns: ['spoken_languages.languages', 'spoken_languages.interpreter_language'], sql: `update spoken_languages set languages = '{}', interpreter_language = null where person_id = ?::uuid` },
  { kind: 'links to what both families say', columns: ['statement_link.*'], sql: `${connections} delete from statement_link where ${onTheirs}` },
  { kind: 'places of meetings', columns: ['connections_meeting.place'], sql: `${connections} update connections_meeting set place = '' where ${onTheirs}` },
  { kind: 'language of an interpreter', columns: ['meeting_support.language'], sql: 'update meeting_support set language = null where for_person_id = ?::uuid' },
  { kind: 'link to a calendar', columns: ['calendar_feed.*'], sql: 'delete from calendar_feed where person_id = ?::uuid' },
  { kind: 'places of icebreakers', columns: ['icebreaker.place'], sql: `${connections} update icebreaker set place = null where ${onTheirs}` },
  { kind: 'family meetings', columns: ['family_meeting.place'], sql: `${connections} update family_meeting set place = '' where ${onTheirs}` },
  { kind: 'what family meetings decided', columns: ['family_decision.text'], sql: `${connections} update family_decision set text = '' where ${onTheirs}` },
  { kind: 'reviews of the case', columns: ['review_hearing.place'], sql: `${connections} update review_hearing set place = '' where ${onTheirs}` },
  { kind: 'what reviews found', columns: ['hearing_finding.text', 'hearing_finding.outcome_note'], sql: `${connections} update hearing_finding set text = '', outcome_note = null where ${onTheirs}` },
  { kind: 'wishes for contact afterwards', columns: ['transition_plan.contact_after'], sql: `${connections} update transition_plan set contact_after = '' where contact_after is not null and ${onTheirs}` },
  { kind: 'invitations after the case', columns: ['after_case_invitation.occasion', 'after_case_invitation.place'], sql: `${connections} update after_case_invitation set occasion = '', place = '' where ${onTheirs}` },
  { kind: 'milestones', columns: ['milestone.text'], sql: `${connections} update milestone set text = '' where ${onTheirs}` },
  { kind: 'strengths', columns: ['strength.text'], sql: `${connections} update strength set text = '', taken_back_at = coalesce(taken_back_at, now()) where ${onTheirs}` },
  { kind: 'how the case plan goes', columns: ['progress_share.words'], sql: `${connections} update progress_share set words = null, readers = '{}', withdrawn_at = coalesce(withdrawn_at, now()) where ${onTheirs}` },
  { kind: 'reports that the law asks for', columns: ['mandated_report.to_whom', 'mandated_report.reference', 'mandated_report.facts'], sql: `${connections} update mandated_report set to_whom = null, reference = null, facts = null where author_id = ?::uuid or ${onTheirs}` },
  { kind: 'concerns about discrimination', columns: ['discrimination_concern.grounds', 'discrimination_concern.words', 'discrimination_concern.answer'], sql: `${connections} update discrimination_concern set grounds = '{}', words = null, answer = null where raised_by = ?::uuid or ${onTheirs}` },
  { kind: 'drafts', columns: ['draft.about', 'draft.content'], sql: `${connections} delete from draft where person_id = ?::uuid or ${onTheirs}` },
  { kind: 'the key of drafts', columns: ['person_key.wrapped'], sql: `delete from person_key where person_id = ?::uuid` },
];
