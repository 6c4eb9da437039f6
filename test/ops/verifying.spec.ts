import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { isSound, verifyCounties, type Verification } from '@fc/countyctl';
import { identity } from '@fc/identity';
import { matching } from '@fc/matching';
import { support } from '@fc/support';
import { eventually, type TestCounty } from '@fc/testing';
import { World } from '@fc/testing/world';

let world: World;
let king: TestCounty;
let first: readonly Verification[];
beforeAll(async () => {
  world = await World.start({ counties: ['king'], subgraphs: [identity, matching, support], ownNats: { mute: 'matching' } });
  king = world.county('king');
  first = await verifyCounties(world.platform);
}, 120_000);
afterAll(() => world?.stop());

const not = (rows: readonly Verification[], what: 'says' | 'hears'): string[] => rows.filter((row) => !row[what]).map(({ service }) => service);
const left = async (): Promise<number> => (await king.rows(`select 1 from support.outbox_event where envelope ->> 'type' like '%.round-trip-made.v1'`)).length;

describe('an operator who verifies a county', () => {
  it('is told that each service is let in where it belongs', () => {
    expect(first.map(({ service, own, refusedElsewhere }) => [service, own, refusedElsewhere])).toEqual(['identity', 'matching', 'support'].map((service) => [service, true, true]));
  });

  it('is told which service may not publish, which hears all the same; nobody else is the worse for it', () => {
    expect(not(first, 'says')).toEqual(['matching']);
    expect(not(first, 'hears')).toEqual([]);
    expect(first.filter(isSound).map(({ service }) => service)).toEqual(['identity', 'support']);
  });

  it('is told which service’s relay is broken, until it is mended; what waited then gets out', async () => {
    const role = `"${king.county.slug}_support"`;
    await king.rows(`revoke insert on support.event_log from ${role}`);
    try {
      expect(not(await verifyCounties(world.platform), 'says')).toEqual(['matching', 'support']);
      expect(await left()).toBe(1);
    } finally {
      await king.rows(`grant insert on support.event_log to ${role}`);
    }
    expect(not(await verifyCounties(world.platform), 'says')).toEqual(['matching']);
    await eventually(async () => expect(await left()).toBe(0));
  }, 60_000);

  it('is told which service neither hears nor speaks, and changes nothing by asking, however often', async () => {
    const records = (): Promise<object[]> => king.rows('select count(*)::int as people, (select count(*)::int from support.parked_event) as aside from identity.person');
    const before = await records();
    const port = await world.stopSubgraph('support');
    const rows = await verifyCounties(world.platform);
    expect([not(rows, 'says'), not(rows, 'hears')]).toEqual([['matching', 'support'], ['support']]);
    await world.startSubgraph(support, port);
    await eventually(async () => expect(not(await verifyCounties(world.platform), 'hears')).toEqual([]), { within: 30_000 });
    expect(await records()).toEqual(before);
  }, 90_000);
});
