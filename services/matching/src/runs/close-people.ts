import type { Id } from '@fc/domain-kernel';
import type { Reader, Row } from '@fc/tenancy';
import type { ConnectionParty } from '../needs/connection-party.entity.ts';

/**
 * Who has to do with the case of a participant's children, now or before, without being on one of their own connections: the
 * other parent, relatives, homes of before, who works or worked on it, and the children themselves. None of them can mentor this participant, nor can anybody who may not be matched or in contact with one of them.
 */
export async function peopleOnTheCase(reader: Reader, own: readonly Pick<Row<ConnectionParty>, 'connectionId' | 'participantId'>[]): Promise<(participantId: Id<'Participant'>) => Id<'Person'>[]> {
  if (own.length === 0) return () => [];
  const connections = [...new Set(own.map(({ connectionId }) => connectionId))];
  const rows = await reader.sql<{ connection_id: Id<'FamilyConnection'>; person_id: Id<'Person'> }>(
    `with child as (select connection_id, child_id from access_child where connection_id in (${connections.map(() => '?').join(', ')}))
     select child.connection_id, party.person_id from child join access_child other using (child_id) join access_party party on party.connection_id = other.connection_id
     union
     select child.connection_id, member.person_id from child join access_case_member member using (child_id)
     union
     select child.connection_id, kin.person_id from child join child_kin kin using (child_id)
     union
     select connection_id, child_id from child
     order by 1, 2`,
    connections,
  );
  const on = new Map<string, Id<'Person'>[]>();
  for (const { connection_id: connection, person_id: person } of rows) on.set(connection, [...(on.get(connection) ?? []), person]);
  const connectionsOf = new Map<string, Id<'FamilyConnection'>[]>();
  for (const { participantId, connectionId } of own) connectionsOf.set(participantId, [...(connectionsOf.get(participantId) ?? []), connectionId]);
  return (participantId) => (connectionsOf.get(participantId) ?? []).flatMap((connection) => on.get(connection) ?? []);
}

/** The other way round: participants to whose families this person is close, by a connection or by the case of a child of theirs, as that child, or as who mentors the other family or is asked to. Whoever may not be matched with the person is no mentor of theirs. */
export async function participantsCloseTo(reader: Reader, personId: Id<'Person'>): Promise<Id<'Participant'>[]> {
  const rows = await reader.sql<{ id: Id<'Participant'> }>(
    `with asked as (select ?::uuid as person_id), child as (
       select child_id from access_child join access_party using (connection_id) join asked using (person_id)
       union select child_id from access_case_member join asked using (person_id)
       union select child_id from child_kin join asked using (person_id)
       union select child_id from access_child join asked on child_id = asked.person_id
     ), connection as (
       select connection_id from connection_party join asked using (person_id)
       union select connection_id from access_child join child using (child_id)
     ), mentored as (
       select participant_id from mentor_match join asked on mentor_id = asked.person_id where ended_at is null
       union select participant_id from match_proposal join asked on mentor_id = asked.person_id where status = 'PROPOSED'
     )
     select participant_id as id from connection_party join connection using (connection_id)
     union
     select other.participant_id from mentored join connection_party own using (participant_id) join connection_party other using (connection_id)
      where own.closed_at is null and other.closed_at is null and other.participant_id <> own.participant_id`,
    [personId],
  );
  return rows.map(({ id }) => id);
}
