import type { Id } from '@fc/domain-kernel';
import type { Reader } from '@fc/tenancy';
import type { SaidSince } from './person-merge.entity.ts';

/**
 * Every record in force that names a person, oldest first. Taken after a merge and once more before it is undone, it tells what was
 * said in between. What 42 CFR Part 2 protects is not among it: not even that there is any may be told by a list.
 */
export function recordsNaming(reader: Reader, personId: Id<'Person'>): Promise<SaidSince[]> {
  return reader.sql<SaidSince>(
    `with who (person) as (select ?::uuid)
     select kind, id as "recordId" from who cross join lateral (
       select 'ROLE' as kind, id from role_assignment where person_id = person and ends_at is null
       union all select 'CASE_ASSIGNMENT', id from case_assignment where person_id = person and ends_at is null
       union all select 'CONSENT', id from consent where person in (person_id, recipient_person_id) and (ends_at is null or ends_at > now())
       union all select 'CONTACT_RULE', id from contact_rule where copy_of is null and person in (first_person_id, second_person_id) and (ends_at is null or ends_at > now())
       union all select 'CASE_PLAN_LIMIT', id from case_plan_limit where person_id = person and (ends_at is null or ends_at > now())
       union all select 'CHILD', id from child where person::text = any (parent_ids)
       union all select 'HOUSEHOLD', id from caregiver_household where person::text = any (caregiver_ids)
       union all select 'RELATIVE', id from relative where person_id = person
       union all select 'PARTICIPATION_REQUEST', id from participation_request where person_id = person
       union all select 'FAMILY_CONNECTION', id from family_connection where parent_id = person
     ) said order by id`,
    [personId],
  );
}
