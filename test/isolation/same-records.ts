import { newId } from '@fc/domain-kernel';
import { eventually, type TestCounty } from '@fc/testing';
import { serviceNames } from '../attack/every-service.ts';
import { canaries, plantRecords, rewrites, type Canary, type SameRecords } from './county-canaries.ts';

const schemas = serviceNames.map((service) => service.replaceAll('-', '_'));

/** What belongs to a county's own staff and machinery, and is not copied; what waits for an hour is left alone too. */
const notCopied = '^(audit_|event_log|.*_event$|idempotency_key|mikro_orm|account$|access_account|access_role|role_assignment|deadline$)';

/** Opens a family connection in one county, with a record of each service, and copies all of it, id by id, into another. Then each county's records say something else. */
export async function sameRecordsIn(first: TestCounty, second: TestCounty): Promise<SameRecords> {
  const records = await plantRecords(first);
  await eventually(() => settled(first, records));
  const tables = await first.rows<{ name: string }>(`select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname = any ($1) and tablename !~ $2`, [schemas, notCopied]);
  for (const { name } of tables) {
    const [found] = await first.rows<{ rows: unknown }>(`select coalesce(jsonb_agg(one), '[]') as rows from ${name} one`);
    await second.rows(`insert into ${name} select * from jsonb_populate_recordset(null::${name}, $1::jsonb) on conflict do nothing`, [JSON.stringify(found?.rows)]);
  }
  await second.rows(`delete from matching.mentor_need where mentor_role = 'CAREGIVER_MENTOR'`);
  await Promise.all([say(first, records, canaries.king), say(second, records, canaries.pierce)]);
  return records;
}

async function settled(county: TestCounty, { connectionId }: SameRecords): Promise<void> {
  const missing = [];
  for (const schema of schemas) {
    const parties = await county.rows(`select 1 from ${schema}.access_party where connection_id = $1`, [connectionId]);
    if (parties.length < 2) missing.push(schema);
  }
  if ((await county.rows('select 1 from matching.mentor_need')).length < 2) missing.push('the needs');
  for (const table of ['meetings.comfort_call', 'family_time.connected_child', 'outcomes.connection_journey']) if ((await county.rows(`select 1 from ${table}`)).length === 0) missing.push(table);
  if (missing.length > 0) throw new Error(`Not known yet: ${missing.join(', ')}.`);
}

/** By SQL what no command changes, by the services' own commands the rest. */
async function say(county: TestCounty, records: SameRecords, says: Canary): Promise<void> {
  await county.rows('update identity.person set family_name = $2 where id = any ($1::uuid[])', [[records.parent.personId, records.caregiver.personId, ...records.childIds], says.familyName]);
  await county.rows('update meetings.comfort_call set placed_at = $1', [says.placedAt]);
  await county.rows(`insert into outcomes.outcome_fact (id, kind, category, at, source_id, connection_id) values ($1, 'COMFORT_CALL_HELD', 'LATE', $2, 'a call', $3)`, [newId(), says.placedAt, records.connectionId]);
  const writers = { coordinator: await county.person('COORDINATOR'), supervisor: county.supervisor };
  for (const rewrite of rewrites(writers, records, says)) await rewrite();
}
