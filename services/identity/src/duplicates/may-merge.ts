import type { Transaction } from '@fc/tenancy';
import { isHeld } from '../legal-holds/held.ts';
import type { Person } from '../people/person.entity.ts';
import { childrenStayApart, mergedAlready, mergeNotPossible, openMatters, recordInUse } from './duplicates.errors.ts';

/**
 * Lets a merge go on that every service can follow. Throws `IDENTITY.MERGED_ALREADY`; `IDENTITY.MERGE_IN_USE` where other
 * services know the person by the duplicate's id; `IDENTITY.MERGE_OPEN_MATTERS` where both have something open of which there can be
 * one; `IDENTITY.MERGE_OF_CHILD`; and `IDENTITY.MERGE_NOT_POSSIBLE` for one record twice, for two between whom contact is ruled on (those are
 * two people), for somebody who may not sign in, and while a legal hold keeps either record or an erasure has begun, in the same words as for all these.
 */
export async function requireMayMerge(tx: Transaction, survivor: Person, duplicate: Person): Promise<void> {
  if (survivor.id === duplicate.id) throw mergeNotPossible();
  const [known] = await tx.sql<{ merged: boolean; child: boolean; apart: boolean; used: boolean; open: boolean }>(standings, [survivor.id, duplicate.id]);
  if (known?.merged) throw mergedAlready();
  if (known?.apart || (await isHeld(tx, survivor.id)) || (await isHeld(tx, duplicate.id))) throw mergeNotPossible();
  if (known?.child) throw childrenStayApart();
  if (known?.used) throw recordInUse();
  if (known?.open) throw openMatters();
}

const standings = `
  with two (survivor, duplicate) as (select ?::uuid, ?::uuid)
  select exists (select 1 from person where (id in (survivor, duplicate) and merged_into_id is not null) or merged_into_id = duplicate) as merged,
         exists (select 1 from child where id in (survivor, duplicate)) as child,
         exists (select 1 from contact_rule where first_person_id = least(survivor, duplicate) and second_person_id = greatest(survivor, duplicate))
         or exists (select 1 from person where id = duplicate and disabled_at is not null)
         or exists (select 1 from erasure where person_id in (survivor, duplicate) and status <> 'WITHDRAWN') as apart,
         exists (select 1 from account where person_id = duplicate)
         or exists (select 1 from family_connection where parent_id = duplicate)
         or exists (select 1 from family_connection connection join caregiver_household household on household.id = connection.household_id where duplicate::text = any (household.caregiver_ids))
         or exists (select 1 from after_case_consent where person_id = duplicate)
         or exists (select 1 from access_pair where duplicate in (mentor_id, participant_id))
         or exists (select 1 from role_assignment where person_id = duplicate and role in ('PARENT_ALLY', 'CAREGIVER_MENTOR', 'VISIT_SUPERVISOR')) as used,
         exists (select 1 from participation_request one join participation_request other using (side)
                  where one.person_id = survivor and other.person_id = duplicate and one.status in ('NEW', 'IN_REVIEW') and other.status in ('NEW', 'IN_REVIEW'))
         or exists (select 1 from case_plan_limit one join case_plan_limit other using (child_id)
                  where one.person_id = survivor and other.person_id = duplicate and (one.ends_at is null or one.ends_at > now()) and (other.ends_at is null or other.ends_at > now())) as open
    from two`;
