import { eventually, openConnection, placeFamily, type TestCounty, type TestFamily } from '@fc/testing';

/** A family of the first county, which the second one has too: under the very same ids, with names of its own. */
export interface SameFamily extends TestFamily {
  readonly connectionId: string;
}

const copied = [
  ...['person', 'child', 'caregiver_household', 'foster_care_episode', 'placement', 'family_connection', 'connection_child'].map((table) => `identity.${table}`),
  ...['identity', 'matching'].flatMap((service) => [`${service}.access_party`, `${service}.access_child`]),
  'matching.mentor_need',
];

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
  for (const table of copied) {
    const whose = table === 'identity.person' ? 'where id = any ($1::uuid[])' : 'where $1::uuid[] is not null';
    const [found] = await first.rows<{ rows: unknown }>(`select coalesce(jsonb_agg(one), '[]') as rows from ${table} one ${whose}`, [people]);
    await second.rows(`insert into ${table} select * from jsonb_populate_recordset(null::${table}, $1::jsonb)`, [JSON.stringify(found?.rows)]);
  }
  await first.rows(`update identity.person set family_name = 'King' where id = any ($1::uuid[])`, [people]);
  await second.rows(`update identity.person set family_name = 'Pierce' where id = any ($1::uuid[])`, [people]);
  await second.rows(`delete from matching.mentor_need where mentor_role = 'CAREGIVER_MENTOR'`);
  return { ...family, connectionId };
}
