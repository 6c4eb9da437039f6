import type { Id } from '@fc/domain-kernel';
import type { Reader } from '@fc/tenancy';
import { partsOfNames, type RealName } from './real-names.ts';

interface Row {
  readonly given_name: string;
  readonly family_name: string;
  readonly is_teller: boolean;
  readonly is_child: boolean;
}

/** Everybody of the families that the teller belongs or belonged to: children with their parents, all homes of theirs, and relatives; by every record of each. Whoever was erased has no name left. */
const peopleOfFamily = `
  with theirs (id) as (
    select id from person where id = :teller or merged_into_id = :teller
    union select merged_into_id from person where id = :teller and merged_into_id is not null
  ), home (child_id, person_id) as (
    select placement.child_id, caregiver.id::uuid from placement join caregiver_household household on household.id = placement.household_id
      cross join lateral unnest(household.caregiver_ids) as caregiver (id)
  ), belongs (child_id, person_id) as (
    select child_id, person_id from case_family union select child_id, person_id from home
  ), kin (child_id) as (
    select child_id from belongs where person_id in (select id from theirs)
  ), siblings (child_id) as (
    select child_id from kin
    union select other.id from child one join child other on one.parent_ids && other.parent_ids where one.id in (select child_id from kin)
  ), people (id) as (
    select id from theirs
    union select child_id from siblings
    union select person_id from belongs where child_id in (select child_id from siblings)
    union select person_id from relative where child_id in (select child_id from siblings) and person_id is not null
  ), records (id) as (
    select id from people union select id from person where merged_into_id in (select id from people)
  )
  select given_name, family_name, id in (select id from theirs) as is_teller, exists (select 1 from child where child.id = person.id) as is_child
    from person where id in (select id from records) and not exists (select 1 from erasure where erasure.person_id = person.id and status = 'CARRIED_OUT')
  union all
  select given_name, family_name, false, false from relative where child_id in (select child_id from siblings) and not (given_name = 'Erased' and family_name = 'Person')`;

/** The names, in parts, that a published story of that person must not hold. By the teller's own consent their own may stand; those by which a child is called never. */
export async function namesToLeaveOut(reader: Reader, tellerId: Id<'Person'>, tellerNamed: boolean): Promise<Set<string>> {
  const count = peopleOfFamily.split(':teller').length - 1;
  const rows = await reader.sql<Row>(peopleOfFamily.replaceAll(':teller', '?'), Array.from({ length: count }, () => tellerId));
  const nameOf = ({ given_name: givenName, family_name: familyName }: Row): RealName => ({ givenName, familyName });
  const parts = partsOfNames(rows.map(nameOf));
  if (!tellerNamed) return parts;
  const ofChildren = partsOfNames(rows.filter((row) => row.is_child).map((row) => ({ ...nameOf(row), familyName: '' })));
  for (const own of partsOfNames(rows.filter((row) => row.is_teller).map(nameOf))) if (!ofChildren.has(own)) parts.delete(own);
  return parts;
}
