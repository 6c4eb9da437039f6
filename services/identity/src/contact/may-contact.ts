import { Role, type RoleName } from '@fc/auth';
import type { ContactChannel } from '@fc/subgraph';
import type { Reader } from '@fc/tenancy';
import type { Pair } from './pair.ts';

const family: readonly RoleName[] = [Role.PARENT, Role.CAREGIVER, Role.RELATIVE, Role.YOUTH];
const staff: readonly RoleName[] = [Role.COORDINATOR, Role.PROGRAM_SUPERVISOR, Role.CASEWORKER, Role.CASEWORKER_SUPERVISOR, Role.VISIT_SUPERVISOR, Role.CASA, Role.NAVIGATOR];

/** Whether these two may be in contact now: never against a prohibition, else with a permission or where none is needed. */
export async function mayContact(reader: Reader, pair: Pair, channel: ContactChannel): Promise<boolean> {
  const kinds = await activeKinds(reader, pair, channel);
  if (kinds.includes('PROHIBITION')) return false;
  return kinds.includes('PERMISSION') || (await needsNoPermission(reader, pair));
}

async function activeKinds(reader: Reader, pair: Pair, channel: ContactChannel): Promise<string[]> {
  const rows = await reader.sql<{ kind: string }>(
    `select distinct kind from contact_rule
      where first_person_id = ? and second_person_id = ? and ? = any (channels) and starts_at <= now() and (ends_at is null or ends_at > now())`,
    [...pair, channel],
  );
  return rows.map(({ kind }) => kind);
}

/** One's own accepted mentor, and staff. Who is staff and one of a family besides counts as family. */
async function needsNoPermission(reader: Reader, pair: Pair): Promise<boolean> {
  const [first, second] = pair;
  const [mentor] = await reader.sql(
    `select 1 as there from access_pair pair
      where pair.ended_at is null and (
        (pair.mentor_id = ? and pair.participant_id in (select ?::uuid union select id from caregiver_household where ? = any (caregiver_ids))) or
        (pair.mentor_id = ? and pair.participant_id in (select ?::uuid union select id from caregiver_household where ? = any (caregiver_ids)))) limit 1`,
    [first, second, second, second, first, first],
  );
  if (mentor) return true;
  const held = await reader.sql<{ person_id: string; roles: RoleName[] }>(
    `select person_id, array_agg(role) as roles from role_assignment where person_id in (?, ?) and starts_at <= now() and (ends_at is null or ends_at > now()) group by person_id`,
    [...pair],
  );
  return held.some(({ roles }) => roles.some((role) => staff.includes(role)) && !roles.some((role) => family.includes(role)));
}
