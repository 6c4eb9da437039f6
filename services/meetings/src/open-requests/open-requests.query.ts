import type { Id } from '@fc/domain-kernel';
import { CountyDb } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { actingPerson } from '../projections/acting-person.ts';
import { OpenRequestView, type OpenRequestKind } from './open-request.view.ts';

/** How many are shown at most: those that wait longest. */
const most = 100;

/** What waits on each connection, whoever asks. A call that is not possible at present asks for nothing. */
const open = `
  select 'BUY_IN' as kind, call.id, call.connection_id, null::uuid as for_person_id from comfort_call call
   where call.status = 'OPEN' and not exists (select 1 from call_buy_in said where said.comfort_call_id = call.id and said.party = 'CASEWORKER')
  union all
  select 'MEETING_SUPPORT', support.id, support.connection_id, support.for_person_id from meeting_support support
   where support.withdrawn_at is null and support.provided_by_id is null
     and not exists (
       select 1 from support_confirmation confirmed
         left join connections_meeting meeting on meeting.id = confirmed.meeting_id and meeting.status = 'SCHEDULED' and meeting.scheduled_for = confirmed.appointment_at and meeting.minutes <= confirmed.minutes
         left join icebreaker on icebreaker.id = confirmed.meeting_id and icebreaker.status = 'SCHEDULED' and icebreaker.scheduled_for = confirmed.appointment_at and icebreaker.minutes <= confirmed.minutes
        where confirmed.support_id = support.id and (meeting.id is not null or icebreaker.id is not null))
  union all
  select 'FINDING_OUTCOME', finding.id, finding.connection_id, null from hearing_finding finding where finding.outcome is null`;

/** Lists what families and courts wait for on the cases of a caseworker (S54), in one statement. */
@Injectable()
export class OpenRequests {
  constructor(private readonly db: CountyDb) {}

  /** Of the connections on which the acting person is a caseworker; an id tells when its thing began. */
  mine(): Promise<OpenRequestView[]> {
    return this.db.read(async (reader) => {
      const found = await reader.sql<{ id: string; kind: `${OpenRequestKind}`; connection_id: Id<'FamilyConnection'>; for_person_id: Id<'Person'> | null }>(
        `select request.* from (${open}) request join family_connection connection on connection.id = request.connection_id
          where connection.closed_at is null and exists (select 1 from circle_member member where member.connection_id = connection.id and member.person_id = ? and member.role = 'CASEWORKER')
          order by request.id limit ${most}`,
        [actingPerson(reader)],
      );
      return found.map(({ id, kind, connection_id: connectionId, for_person_id: forPersonId }) => OpenRequestView.of({ id, kind, connectionId, forPersonId }));
    });
  }
}
