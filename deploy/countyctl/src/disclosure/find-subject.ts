import { DomainError } from '@fc/domain-kernel';
import type { County } from '@fc/tenancy/registry';
import type pg from 'pg';
import type { Asked } from './asked.ts';
import type { Subject } from './redactions.ts';

/** Whose records an order reaches, and which of them. Throws `UNKNOWN_SUBJECT`, and `NO_SUCH_CONSENT` unless the consent is that person's and in force. */
export async function findSubject(client: pg.Client, county: County, { of, partTwo }: Asked): Promise<Subject> {
  const whose = await (of.kind === 'PERSON' ? personAndConnections(client, of.id) : connectionAndFamilies(client, of.id));
  if (!whose) throw new DomainError('UNKNOWN_SUBJECT', `${county.name} knows no ${of.kind === 'PERSON' ? 'person' : 'family connection'} ${of.id}.`);
  return { ...whose, partTwo: await allowedByPartTwo(client, county, whose.people, partTwo) };
}

type Whose = Omit<Subject, 'partTwo'>;

/** The person by every record that is theirs, and all connections of theirs: as a parent, a caregiver or a child. */
async function personAndConnections(client: pg.Client, id: string): Promise<Whose | undefined> {
  const { rows: records } = await client.query<{ id: string }>(
    `with survivor as (select coalesce(merged_into_id, id) as id from identity.person where id = $1)
     select person.id from identity.person join survivor on survivor.id in (person.id, person.merged_into_id) order by 1`,
    [id],
  );
  if (records.length === 0) return undefined;
  const people = records.map((record) => record.id);
  const { rows } = await client.query<{ id: string; parentSide: boolean }>(
    `select connection.id, connection.parent_id = any ($1::uuid[]) or joined.child_id is not null as "parentSide"
       from identity.family_connection connection left join identity.caregiver_household household on household.id = connection.household_id
       left join lateral (select child_id from identity.connection_child child where child.connection_id = connection.id and child.child_id = any ($1::uuid[]) limit 1) joined on true
      where connection.parent_id = any ($1::uuid[]) or household.caregiver_ids && $1::uuid[]::text[] or joined.child_id is not null order by 1`,
    [people],
  );
  return { people, family: people, connections: rows.map((row) => row.id), parentSide: rows.filter(({ parentSide }) => parentSide).map((row) => row.id) };
}

/** A connection with both its families and the children who joined it: what they did together, and nobody's own record. */
async function connectionAndFamilies(client: pg.Client, id: string): Promise<Whose | undefined> {
  const { rows } = await client.query<{ family: string[] }>(
    `select array_prepend(connection.parent_id::text, household.caregiver_ids || array(select distinct child_id::text from identity.connection_child child where child.connection_id = connection.id)) as family
       from identity.family_connection connection join identity.caregiver_household household on household.id = connection.household_id where connection.id = $1`,
    [id],
  );
  return rows[0] && { people: [], family: rows[0].family, connections: [id], parentSide: [id] };
}

/** An order under subpart E reaches everything; a consent what it names, and itself, which goes along as its copy. */
async function allowedByPartTwo(client: pg.Client, { timeZone }: County, people: readonly string[], partTwo: Asked['partTwo']): Promise<Subject['partTwo']> {
  if (!partTwo) return [];
  if ('order' in partTwo) return null;
  const { rows } = await client.query<{ factIds: string[] }>(
    `select fact_ids as "factIds" from identity.written_consent where id::text = $1 and person_id = any ($2::uuid[]) and revoked_at is null and expires_on >= (now() at time zone $3)::date`,
    [partTwo.consent, people, timeZone],
  );
  if (!rows[0]) throw new DomainError('NO_SUCH_CONSENT', 'This person has given no such written consent that is in force.');
  return [partTwo.consent, ...rows[0].factIds];
}
