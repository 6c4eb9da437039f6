import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { rebuild, replayDeadLetters } from '@fc/countyctl';
import { identity } from '@fc/identity';
import { matching } from '@fc/matching';
import { streamName } from '@fc/messaging';
import { eventually, openConnection, placeFamily, type Actor, type TestCounty } from '@fc/testing';
import { World } from '@fc/testing/world';
import { DeliverPolicy, jetstreamManager } from '@nats-io/jetstream';

let world: World;
let king: TestCounty;
let coordinator: Actor;
beforeAll(async () => {
  world = await World.start({ counties: ['king'], subgraphs: [identity, matching] });
  king = world.county('king');
  coordinator = await king.person('COORDINATOR');
  const family = await placeFamily(king);
  const connectionId = await openConnection(king, family);
  await eventually(async () => expect(await needsOf(connectionId)).toHaveLength(2));
}, 120_000);
afterAll(() => world?.stop());

const needsOf = (connectionId: string): Promise<object[]> => king.rows('select 1 from matching.mentor_need where connection_id = $1', [connectionId]);

const projections = ['access_account', 'access_role', 'access_party', 'access_child', 'access_case_member', 'access_pair', 'known_person'];
const everything = async (): Promise<Record<string, unknown>> =>
  Object.fromEntries(await Promise.all(projections.map(async (table) => [table, await king.rows(`select * from matching.${table} as each order by each::text`)])));

describe('rebuilding a service in a county', () => {
  it('makes its projections as they were, though they were lost, and nothing else a second time', async () => {
    const before = await everything();
    const owned = (): Promise<object[]> => king.rows('select * from matching.mentor_need order by id');
    const needs = await owned();
    expect((before['access_party'] as object[]).length).toBeGreaterThan(0);
    for (const table of projections) await king.rows(`delete from matching.${table}`);
    expect((await world.askDirectly('matching', coordinator, '{ __typename }')).errors).toMatchObject([{ extensions: { code: 'UNKNOWN_PERSON' } }]);

    const report = await rebuild(world.platform, king.county.slug, 'matching');
    expect(report).toMatchObject({ missed: 0, open: [] });
    expect(report.tables).toEqual(expect.arrayContaining(projections));
    expect(await everything()).toEqual(before);
    expect(await owned()).toEqual(needs);
    expect((await world.askDirectly('matching', coordinator, '{ __typename }')).errors).toEqual([]);
  }, 60_000);

  it('comes out the same while people go on working', async () => {
    let stopped = false;
    const working = (async () => {
      for (let number = 0; !stopped; number += 1) await king.invite({ givenName: `Worker ${number}`, familyName: 'Example', email: `worker.${number}@example.org`, roles: ['CASEWORKER'], languages: ['so'] });
    })();
    try {
      for (let times = 0; times < 3; times += 1) expect(await rebuild(world.platform, king.county.slug, 'matching')).toMatchObject({ open: [] });
    } finally {
      stopped = true;
      await working;
    }
    const people = (schema: string): Promise<object[]> => king.rows(`select person_id from ${schema}.access_role order by 1`);
    await eventually(async () => expect(await people('matching')).toEqual(await people('identity')));
    await eventually(async () => expect(await king.rows('select 1 from matching.parked_event')).toEqual([]));
  }, 60_000);

  it('gives it what the stream has lost', async () => {
    const family = await placeFamily(king, 'Ayaan');
    const port = await world.stopSubgraph('matching');
    const connectionId = await openConnection(king, family);
    await eventually(async () => expect(await king.rows('select 1 from identity.outbox_event')).toEqual([]));
    await forgetPending('matching');
    await world.startSubgraph(matching, port);
    expect(await needsOf(connectionId)).toEqual([]);

    const report = await rebuild(world.platform, king.county.slug, 'matching');
    expect(report.missed).toBeGreaterThan(0);
    expect(report.open).toEqual([]);
    expect(await needsOf(connectionId)).toHaveLength(2);
    expect(await rebuild(world.platform, king.county.slug, 'matching')).toMatchObject({ missed: 0, open: [] });
  }, 60_000);

  it('says which services there are', async () => {
    await expect(rebuild(world.platform, king.county.slug, 'mathcing')).rejects.toMatchObject({ code: 'UNKNOWN_SERVICE', message: expect.stringContaining('identity, matching') });
  });
});

describe('replaying dead letters', () => {
  it('gives an event its effect that was given up, once its cause is mended, and leaves a forged one where it is', async () => {
    await king.rows('alter table matching.mentor_need add constraint planted check (false) not valid');
    const connectionId = await openConnection(king, await placeFamily(king, 'Hodan'));
    const aside = (): Promise<{ state: string }[]> => king.rows(`select state from matching.parked_event where consumer = 'WhenConnectionOpened' and aggregate = $1`, [connectionId]);
    await eventually(async () => expect(await aside()).toEqual([{ state: 'FAILING' }]));
    await king.rows(`update matching.parked_event set attempts = 11, next_try_at = now() where aggregate = $1`, [connectionId]); // the last try but one
    await eventually(async () => expect(await aside()).toEqual([{ state: 'DEAD' }]));
    await king.rows(`insert into matching.parked_event (event_id, consumer, aggregate, event_type, envelope, state, reason, next_try_at) values (gen_random_uuid(), 'none', 'x', 'x', '"no event"', 'DEAD', 'it is not an event', now())`);

    await king.rows('alter table matching.mentor_need drop constraint planted');
    expect(await needsOf(connectionId)).toEqual([]);
    expect(await replayDeadLetters(world.platform, king.county.slug, 'matching')).toEqual([{ service: 'matching', tried: 1, unreadable: 1, open: [] }]);
    expect(await needsOf(connectionId)).toHaveLength(2);
    expect(await aside()).toEqual([]);
    expect(await replayDeadLetters(world.platform, king.county.slug)).toEqual([
      { service: 'identity', tried: 0, unreadable: 0, open: [] },
      { service: 'matching', tried: 0, unreadable: 1, open: [] },
    ]);
  }, 60_000);
});

/** Lets the broker forget what a service has not heard yet, as after the loss of its store. */
async function forgetPending(service: string): Promise<void> {
  const manager = await jetstreamManager(await king.nats());
  const stream = streamName(king.county.slug);
  const { config } = await manager.consumers.info(stream, service);
  await manager.consumers.delete(stream, service);
  await manager.consumers.add(stream, { ...config, deliver_policy: DeliverPolicy.New });
}
