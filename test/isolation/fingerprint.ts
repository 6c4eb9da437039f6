import { setTimeout as sleep } from 'node:timers/promises';
import type { TestCounty } from '@fc/testing';

/** Everything that stands in a county's database, table by table, as one hash each: two that are equal say that nothing was written between. */
export async function fingerprint(county: TestCounty): Promise<Record<string, string>> {
  const tables = await county.rows<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname not in ('pg_catalog', 'information_schema') order by name`,
  );
  const hashes = tables.map(({ name }) => `select '${name}' as name, md5(coalesce(string_agg(one::text, '|' order by one::text), '')) as hash from ${name} one`);
  const rows = await county.rows<{ name: string; hash: string }>(hashes.join(' union all '));
  return Object.fromEntries(rows.map(({ name, hash }) => [name, hash]));
}

/** The fingerprint once the events in flight have had their effects, what is due has been looked at, and the trail of each service is sealed and its head anchored. */
export async function settledFingerprint(county: TestCounty): Promise<Record<string, string>> {
  for (;;) {
    const atRest = await isAtRest(county);
    const before = await fingerprint(county);
    await sleep(150);
    if (atRest && JSON.stringify(await fingerprint(county)) === JSON.stringify(before)) return before;
  }
}

/** Nothing waits to be published, sealed or looked at (which happens once a minute), and identity has heard of the last seal of every service. */
async function isAtRest(county: TestCounty): Promise<boolean> {
  const schemas = await county.rows<{ name: string }>(`select quote_ident(schemaname) as name from pg_tables where tablename = 'audit_seal'`);
  const open = schemas.map(
    ({ name }) =>
      `select 1 from ${name}.outbox_event union all select 1 from ${name}.audit_unsealed
       union all select 1 from ${name}.audit_seal where position > coalesce((select position from ${name}.audit_told), 0)
       union all select 1 from ${name}.event_log said
        where said.envelope ->> 'type' like '%.audit-sealed.v1' and not exists (select from identity.inbox_event heard where heard.event_id = said.event_id)`,
  );
  const [deadlines] = await county.rows(`select 1 from pg_tables where schemaname = 'meetings' and tablename = 'deadline'`);
  if (deadlines) open.push('select 1 from meetings.deadline where look_at <= now()');
  return (await county.rows(open.join(' union all '))).length === 0;
}
