import { eventually, openConnection, placeFamily, type TestCounty, type TestFamily } from '@fc/testing';

/** A family of the first county, which the second one has too: under the very same ids, with names of its own. */
export interface SameFamily extends TestFamily {
  readonly connectionId: string;
}

/** What belongs to a county's own staff and machinery, and is not copied. */
const notCopied = '^(audit_|event_log|.*_event$|idempotency_key|mikro_orm|account$|access_account|access_role|role_assignment)';

/** Opens a family connection in one county and copies it, id by id, into another. Each county's people carry its name; the second has one mentor need, the first two. */
export async function sameFamilyIn(first: TestCounty, second: TestCounty): Promise<SameFamily> {
  const family = await placeFamily(first);
  const connectionId = await openConnection(first, family);
  await eventually(async () => {
    for (const service of ['identity', 'matching']) {
      const parties = await first.rows(`select 1 from ${service}.access_party where connection_id = $1`, [connectionId]);
      if (parties.length < 2) throw new Error(`${service} does not know the connection yet.`);
    }
    if ((await first.rows('select 1 from matching.mentor_need')).length < 2) throw new Error('The needs are not known yet.');
  });
  const people = [family.parent.personId, family.caregiver.personId, ...family.childIds];
  const tables = await first.rows<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname in ('identity', 'matching') and tablename !~ $1`,
    [notCopied],
  );
  for (const { name } of tables) {
    const [found] = await first.rows<{ rows: unknown }>(`select coalesce(jsonb_agg(one), '[]') as rows from ${name} one`);
    await second.rows(`insert into ${name} select * from jsonb_populate_recordset(null::${name}, $1::jsonb) on conflict do nothing`, [JSON.stringify(found?.rows)]);
  }
  await first.rows(`update identity.person set family_name = 'King' where id = any ($1::uuid[])`, [people]);
  await second.rows(`update identity.person set family_name = 'Pierce' where id = any ($1::uuid[])`, [people]);
  await second.rows(`delete from matching.mentor_need where mentor_role = 'CAREGIVER_MENTOR'`);
  return { ...family, connectionId };
}
