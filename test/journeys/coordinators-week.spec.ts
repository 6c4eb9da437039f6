import { newId } from '@fc/domain-kernel';
import { identity } from '@fc/identity';
import { meetings } from '@fc/meetings';
import { eventually, type Actor, type TestCounty } from '@fc/testing';
import { StatementLog, World } from '@fc/testing/world';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openConnection } from './open-connection.ts';

const connections = 200;

const week = `query ($first: Int!, $dueBefore: Instant!) { countyWork(first: $first, dueBefore: $dueBefore) { nodes {
  kind forPersonIds plannedFor needsReason window { rule state closesAt }
  child { id givenName }
  connection { id step parent { id givenName familyName } household { id caregivers { id givenName } } children { id givenName siblingGroupId } }
} } }`;

interface Week {
  readonly nodes: readonly { readonly child: { readonly givenName: string } | null; readonly connection: { readonly step: string; readonly parent: { readonly givenName: string }; readonly household: { readonly caregivers: readonly object[] } } }[];
}

let world: World;
let king: TestCounty;
let coordinator: Actor;
const statements = new StatementLog();

beforeAll(async () => {
  world = await World.start({ counties: ['king'], subgraphs: [identity, meetings] });
  king = world.county('king');
  ({ coordinator } = await openConnection(king));
  await eventually(async () => expect((await weekOf(1)).nodes).toHaveLength(1));
  await fillCounty();
  statements.listen();
}, 240_000);
afterAll(async () => {
  statements.close();
  await world?.stop();
}, 120_000);

const weekOf = async (first: number): Promise<Week> =>
  (await coordinator.get<{ countyWork: Week }>(week, { first, dueBefore: new Date(Date.now() + 7 * 86_400_000).toISOString() })).countyWork;

/** As many connections as a coordinator has, each with what is due in its first days; what a service knows of them stands in its own tables, as after their events. */
async function fillCounty(): Promise<void> {
  const ids = Array.from({ length: connections }, (_, n) => ({ n, connection: newId(), parent: newId(), caregiver: newId(), child: newId(), household: newId(), part: newId(), placement: newId(), group: newId() }));
  const into = (sql: string): Promise<object[]> =>
    king.rows(`with one as (select * from json_to_recordset($1) as one (n int, connection uuid, parent uuid, caregiver uuid, child uuid, household uuid, part uuid, placement uuid, "group" uuid)) ${sql}`, [JSON.stringify(ids)]);
  await into(`insert into identity.person (id, given_name, family_name, languages, version)
    select parent, 'Parent ' || n, 'Example', array['en'], 1 from one union all select caregiver, 'Caregiver ' || n, 'Example', array['en'], 1 from one union all select child, 'Child ' || n, 'Example', array['en'], 1 from one`);
  await into(`insert into identity.child (id, sibling_group_id, parent_ids, birth_date, version) select child, "group", array[parent::text], date '2020-02-29', 1 from one`);
  await into(`insert into identity.caregiver_household (id, kind, licensed, caregiver_ids, version) select household, 'FOSTER_PARENT', true, array[caregiver::text], 1 from one`);
  await into(`insert into identity.family_connection (id, parent_id, household_id, status, opened_at, version) select connection, parent, household, 'OPEN', now(), 1 from one`);
  await into(`insert into identity.connection_child (id, connection_id, child_id, placement_id, joined_at) select part, connection, child, placement, now() from one`);
  await into(`insert into meetings.family_connection (id, parent_id, household_id, caregiver_ids, opened_at) select connection, parent, household, array[caregiver::text], now() from one`);
  await into(`insert into meetings.access_party (connection_id, person_id, role, participant_id) select connection, parent, 'PARENT', parent from one union all select connection, caregiver, 'CAREGIVER', household from one`);
  await into(`insert into meetings.deadline (id, kind, connection_id, subject_id, child_id, doers, rule, started_by, clock_start, opens_at, closes_at, status)
    select gen_random_uuid(), due.kind, connection, child, child, array[due.doer], due.rule, 'PLACEMENT', now(), now(), now() + interval '1 day', 'OPEN' from one
      cross join (values ('COMFORT_CALL', 'CAREGIVER', 'COMFORT_CALL_24_HOURS_FROM_PLACEMENT'), ('ICEBREAKER', 'CASEWORKER', 'ICEBREAKER_3_TO_5_CALENDAR_DAYS_FROM_PLACEMENT'),
        ('PREPARATION', 'PARENT_ALLY', 'PREPARATION_7_DAYS_FROM_MATCH'), ('CONNECTIONS_MEETING', 'PARENT_ALLY', 'CONNECTIONS_MEETING_14_DAYS_FROM_SECOND_MATCH')) due (kind, doer, rule)`);
}

/** How many statements that answer takes, in all services together. */
const statementsFor = async (first: number): Promise<number> => (await statements.during(() => weekOf(first))).length;

describe('a coordinator’s week', () => {
  it('shows 200 open connections in one answer, with as many statements as for one', async () => {
    const { nodes } = await weekOf(1_000);
    expect(nodes.length).toBeGreaterThan(4 * connections);
    for (const { connection } of nodes) expect(connection).toMatchObject({ step: 'OPENED', parent: { givenName: expect.any(String) }, household: { caregivers: [expect.anything()] } });
    expect(new Set(nodes.map(({ child }) => child?.givenName)).size).toBeGreaterThan(connections);
    const [all, one] = [await statementsFor(1_000), await statementsFor(1)];
    expect(all).toBe(one);
    expect(one).toBeGreaterThan(3);
  }, 120_000);
});
