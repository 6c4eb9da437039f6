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
  { kind: 'talks after the meeting', columns: ['follow_up_session.note'], sql: `${connections} update follow_up_session set note = null where ${onTheirs}` },
  { kind: 'notes of the meeting', columns: ['agenda_item.note'], sql: `${connections} update agenda_item set note = null where meeting_id in (select id from connections_meeting where ${onTheirs})` },
  { kind: 'communication plan', columns: ['communication_plan.what', 'communication_plan.how', 'communication_plan.how_often'], sql: `${connections} update communication_plan set what = '', how = '', how_often = '' where ${onTheirs}` },
  { kind: 'agreements', columns: ['relationship_agreement.points', 'relationship_agreement.talk_time'], sql: `${connections} update relationship_agreement set points = '{}', talk_time = null where ${onTheirs}` },
  { kind: 'statements of both families', columns: ['shared_statement.text'], sql: `${connections} update shared_statement set text = '' where ${onTheirs}` },
  { kind: 'places of meetings', columns: ['connections_meeting.place'], sql: `${connections} update connections_meeting set place = '' where ${onTheirs}` },
  { kind: 'link to a calendar', columns: ['calendar_feed.*'], sql: 'delete from calendar_feed where person_id = ?::uuid' },
  { kind: 'places of icebreakers', columns: ['icebreaker.place'], sql: `${connections} update icebreaker set place = null where ${onTheirs}` },
];
