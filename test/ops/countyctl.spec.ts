import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { asAdministrator, countyStatus, isSound, migrateCounties, readCountyFile, verifyCounties } from '@fc/countyctl';
import { identity } from '@fc/identity';
import { matching } from '@fc/matching';
import { World } from '@fc/testing/world';

let world: World;
beforeAll(async () => {
  world = await World.start({ counties: ['king', 'pierce'], subgraphs: [identity, matching] });
}, 120_000);
afterAll(() => world?.stop());

describe('an operator', () => {
  it('verifies that each service answers through the gateway, and sees one that is not there', async () => {
    const platform = { ...world.platform, gatewayUrl: world.gateway.url };
    expect((await verifyCounties(world.platform)).map(({ answers }) => answers)).toEqual([null, null, null, null]);
    expect((await verifyCounties(platform)).map(({ answers }) => answers)).toEqual([true, true, true, true]);
    const port = await world.stopSubgraph('matching');
    expect((await verifyCounties(platform)).filter(({ answers }) => !answers).map(({ service }) => service)).toEqual(['matching', 'matching']);
    await world.startSubgraph(matching, port);
  }, 60_000);

  it('S11 adds a county while the others work, and its people sign in without a restart', async () => {
    const working = world.county('king').supervisor;
    const snohomish = await world.addCounty('snohomish');
    const coordinator = await snohomish.person('COORDINATOR');
    expect(await coordinator.get('{ me { givenName } }')).toEqual({ me: { givenName: 'coordinator' } });
    expect((await working.ask('{ me { id } }')).errors).toEqual([]);
  });

  it('verifies that each service works in its own county and is refused everywhere else, and sees a way in that was opened', async () => {
    const rows = await verifyCounties(world.platform);
    expect(rows.length).toBeGreaterThanOrEqual(4);
    for (const row of rows) expect(row).toMatchObject({ own: true, refusedElsewhere: true, events: true });

    const [king, pierce] = [world.county('king').county, world.county('pierce').county];
    await asAdministrator(world.platform, 'postgres', (client) => client.query(`grant connect on database ${pierce.database.name} to ${king.slug}_matching`));
    const after = await verifyCounties(world.platform);
    expect(after.filter((row) => !row.refusedElsewhere).map(({ county, service }) => [county, service])).toEqual([[king.slug, 'matching']]);
    await asAdministrator(world.platform, 'postgres', (client) => client.query(`revoke connect on database ${pierce.database.name} from ${king.slug}_matching`));
  }, 30_000);

  it('is told of a county whose database lets nobody in, beside what holds in the others', async () => {
    const { name } = world.county('pierce').county.database;
    const closed = (how: boolean): Promise<unknown> => asAdministrator(world.platform, 'postgres', (client) => client.query(`alter database ${name} with allow_connections ${!how}`));
    await closed(true);
    try {
      const rows = await verifyCounties(world.platform);
      const [pierce, others] = [rows.filter(({ county }) => county === world.county('pierce').county.slug), rows.filter(({ county }) => county !== world.county('pierce').county.slug)];
      expect(pierce).toHaveLength(2);
      for (const row of pierce) expect(row).toMatchObject({ own: false, unknown: expect.stringContaining('not currently accepting connections') });
      for (const row of others) expect(row).toMatchObject({ own: true, refusedElsewhere: true, events: true, unknown: expect.stringContaining(name) });
      expect(rows.some(isSound)).toBe(false);
    } finally {
      await closed(false);
    }
    expect((await verifyCounties(world.platform)).every(isSound)).toBe(true);
  }, 30_000);

  it('migrates again without doing anything, and sees that nothing is behind or stuck', async () => {
    const before = (await countyStatus(world.platform)).length;
    const { migrated, failed } = await migrateCounties(world.platform);
    expect(failed).toEqual([]);
    expect(migrated).toHaveLength(before);
    for (const row of await countyStatus(world.platform)) expect(row).toMatchObject({ status: 'ACTIVE', behind: [], dead: 0 });
  });

  it('is told what is wrong in a county file: a misspelt setting, a zone that does not exist', () => {
    expect(() => readCountyFile('{slug: king, name: King County, kind: COUNTY, fips: "53033", timeZone: America/Los_Angeles, settings: {folowUpEveryDays: 7}}', 'king.yaml')).toThrow(/king\.yaml.*folowUpEveryDays/s);
    expect(() => readCountyFile('{slug: king, name: King County, kind: COUNTY, fips: "53033", timeZone: America/Seattle}', 'king.yaml')).toThrow(/IANA/);
  });
});
