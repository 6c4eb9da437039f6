import { Role, type RoleName } from '@fc/auth';
import type { Temporal } from '@fc/domain-kernel';
import { momentOf, verdict, type ContactChannel } from '@fc/subgraph';
import type { Reader } from '@fc/tenancy';
import type { Pair } from './pair.ts';

const family: readonly RoleName[] = [Role.PARENT, Role.CAREGIVER, Role.RELATIVE, Role.YOUTH];
const staff: readonly RoleName[] = [Role.COORDINATOR, Role.PROGRAM_SUPERVISOR, Role.CASEWORKER, Role.CASEWORKER_SUPERVISOR, Role.VISIT_SUPERVISOR, Role.CASA, Role.NAVIGATOR];

/**
 * Whether these two may be in contact at that moment: never against a prohibition, else with a permission or where none is
 * needed. Asks for all of that always: how long the answer takes must not tell a prohibition from a permission that is missing.
 */
export async function mayContact(reader: Reader, pair: Pair, channel: ContactChannel, at: Temporal.Instant): Promise<boolean> {
  const said = await verdict(reader, pair, channel, momentOf(at));
  const free = await needsNoPermission(reader, pair);
  return said === 'PERMITTED' || (said === 'UNSAID' && free);
}

/** One's own accepted mentor, staff, and those who live in one home. Parent and caregiver, family and child, and the homes of siblings need one. */
const needsNoPermission = async (reader: Reader, pair: Pair): Promise<boolean> => (await areMatched(reader, pair)) || (await liveTogether(reader, pair)) || (await isStaffAmong(reader, pair));

async function areMatched(reader: Reader, [first, second]: Pair): Promise<boolean> {
  const [matched] = await reader.sql(
    `select 1 as there from access_pair pair
      where pair.ended_at is null and (
        (pair.mentor_id = ? and pair.participant_id in (select ?::uuid union select id from caregiver_household where ? = any (caregiver_ids))) or
        (pair.mentor_id = ? and pair.participant_id in (select ?::uuid union select id from caregiver_household where ? = any (caregiver_ids)))) limit 1`,
    [first, second, second, second, first, first],
  );
  return matched !== undefined;
}

/** Caregivers of one household, and the children who are placed there at present. */
async function liveTogether(reader: Reader, [first, second]: Pair): Promise<boolean> {
  const homeOf = `select id from caregiver_household where ? = any (caregiver_ids) union select household_id from placement where child_id = ? and ended_at is null and household_id is not null`;
  const [home] = await reader.sql(`select 1 as there from (${homeOf}) one join (${homeOf}) other using (id) limit 1`, [first, first, second, second]);
  return home !== undefined;
}

/** Who is staff and one of a family besides counts as family. */
async function isStaffAmong(reader: Reader, pair: Pair): Promise<boolean> {
  const held = await reader.sql<{ roles: RoleName[] }>(
    `select array_agg(role) as roles from role_assignment where person_id in (?, ?) and starts_at <= now() and (ends_at is null or ends_at > now()) group by person_id`,
    [...pair],
  );
  return held.some(({ roles }) => roles.some((role) => staff.includes(role)) && !roles.some((role) => family.includes(role)));
}
