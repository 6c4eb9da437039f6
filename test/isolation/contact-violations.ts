import type { TestCounty } from '@fc/testing';

/** A meeting is planned for all the time that it takes; one that has begun already was asked about when it began. */
const meetingCloses = `meeting.scheduled_for + case when meeting.scheduled_for > now() then meeting.minutes * interval '1 minute' else interval '1 microsecond' end`;

/** What a service has planned, one row for each two of those who are to be there: who, on which channel, when, and whether these two need a permission. */
const planned = {
  family_time: `
    select visit.id, one::uuid as first_person_id, other::uuid as second_person_id, case visit.setting when 'VIRTUAL' then 'VIDEO' else 'IN_PERSON' end as channel,
           visit.starts_at as opens, visit.ends_at as closes, least(visit.child_id, visit.parent_id) = one::uuid and greatest(visit.child_id, visit.parent_id) = other::uuid as needs_permission
      from family_time.family_time_visit visit, unnest(visit.people_ids) one, unnest(visit.people_ids) other
     where visit.status = 'PLANNED' and one::uuid < other::uuid`,
  meetings: `
    select meeting.id, one::uuid, other::uuid, 'IN_PERSON', meeting.scheduled_for, ${meetingCloses},
           array[one, other] && (connection.parent_id::text || meeting.relative_ids) and array[one, other] && connection.caregiver_ids
      from (select id, connection_id, scheduled_for, minutes, lead_ids, relative_ids, facilitator_id from meetings.connections_meeting where status = 'SCHEDULED'
            union all
            select id, connection_id, scheduled_for, minutes, '{}', relative_ids, facilitator_id from meetings.icebreaker where status = 'SCHEDULED') meeting
      join meetings.family_connection connection on connection.id = meeting.connection_id
      cross join lateral (select connection.parent_id::text || connection.caregiver_ids || meeting.lead_ids || meeting.relative_ids || array_remove(array[meeting.facilitator_id::text], null) as ids) there,
           unnest(there.ids) one, unnest(there.ids) other
     where one::uuid < other::uuid
    union all
    select meeting.id, one::uuid, other::uuid, case meeting.setting when 'VIRTUAL' then 'VIDEO' else 'IN_PERSON' end, meeting.scheduled_for, ${meetingCloses},
           array[one, other] && there.family and array[one, other] && meeting.caregiver_ids
      from meetings.family_meeting meeting
      cross join lateral (select array_remove(array[meeting.parent_id::text], null) || meeting.other_parent_ids || meeting.relative_ids as family) there,
           unnest(there.family || meeting.caregiver_ids || meeting.professional_ids || meeting.planned_by::text) one, unnest(there.family || meeting.caregiver_ids || meeting.professional_ids || meeting.planned_by::text) other
     where meeting.status = 'SCHEDULED' and one::uuid < other::uuid`,
};

/** Calls that stand open though calls are prohibited between the two families at this moment, and for good. */
const openCalls = (rules: string): string => `
  select call.id, 'an open call' as what from meetings.comfort_call call
    join meetings.family_connection connection on connection.id = call.connection_id
    join ${rules} rule on rule.kind = 'PROHIBITION' and 'CALL' = any (rule.channels) and rule.starts_at <= now() and rule.ends_at is null
     and connection.parent_id in (rule.first_person_id, rule.second_person_id) and connection.caregiver_ids && array[rule.first_person_id::text, rule.second_person_id::text]
   where call.status = 'OPEN'`;

const against = (service: keyof typeof planned, rules: string): string => `
  select planned.id, 'prohibited' as what from (${planned[service]}) planned (id, first_person_id, second_person_id, channel, opens, closes, needs_permission)
    join ${rules} rule using (first_person_id, second_person_id)
   where rule.kind = 'PROHIBITION' and planned.channel = any (rule.channels) and rule.starts_at < planned.closes and (rule.ends_at is null or rule.ends_at > planned.opens)
  union all
  select planned.id, 'not permitted' from (${planned[service]}) planned (id, first_person_id, second_person_id, channel, opens, closes, needs_permission)
   where needs_permission and not exists (
     select 1 from ${rules} rule where rule.first_person_id = planned.first_person_id and rule.second_person_id = planned.second_person_id and rule.kind = 'PERMISSION'
        and planned.channel = any (rule.channels) and rule.starts_at <= planned.opens and (rule.ends_at is null or rule.ends_at >= planned.closes))`;

/**
 * What is planned at this moment and may not be, by the ledger of identity itself (`ledger: 'identity'`: once all events have arrived) or by
 * what each service knew when it planned (`'own'`: never at all). One statement, so that it sees one moment.
 */
export function violations(county: TestCounty, ledger: 'identity' | 'own'): Promise<{ id: string; what: string }[]> {
  const rulesOf = (service: string): string => `${ledger === 'identity' ? 'identity' : service}.contact_rule`;
  return county.rows([against('family_time', rulesOf('family_time')), against('meetings', rulesOf('meetings')), openCalls(rulesOf('meetings'))].join(' union all '));
}
