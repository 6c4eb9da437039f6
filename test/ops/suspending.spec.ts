import { readFile, writeFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addCounty, resumeCounty, suspendCounty } from '@fc/countyctl';
import { identity } from '@fc/identity';
import { matching } from '@fc/matching';
import { eventually, openConnection, placeFamily, type Actor, type TestCounty, type TestFamily } from '@fc/testing';
import { World } from '@fc/testing/world';
import { newCounty } from './new-county.ts';

let world: World;
let king: TestCounty;
let pierce: TestCounty;
let family: TestFamily;
beforeAll(async () => {
  world = await World.start({ counties: ['king', 'pierce'], subgraphs: [identity, matching] });
  [king, pierce] = [world.county('king'), world.county('pierce')];
  family = await placeFamily(pierce);
}, 120_000);
afterAll(() => world?.stop());

const codesOf = async (actor: Actor): Promise<unknown[]> => (await actor.ask('{ me { id } }')).errors.map((error) => error.extensions?.code);

/** Somebody who asks without a pause; `stop` answers how often, and every refusal. */
function busy(actor: Actor): { stop: () => Promise<{ asked: number; refused: unknown[] }> } {
  let stopped = false;
  let asked = 0;
  const refused: unknown[] = [];
  const working = (async () => {
    for (; !stopped; asked += 1) refused.push(...(await codesOf(actor)));
  })();
  return {
    stop: async () => {
      stopped = true;
      await working;
      return { asked, refused };
    },
  };
}

describe('an operator', () => {
  it('S11 suspends a county and resumes it within five seconds and without a restart, and another county notices nothing', async () => {
    const load = busy(king.supervisor);
    expect(await codesOf(pierce.supervisor)).toEqual([]);

    await suspendCounty(world.platform, pierce.county.slug);
    await eventually(async () => expect(await codesOf(pierce.supervisor)).toEqual(['COUNTY_SUSPENDED']), { within: 5_000 });
    for (const service of ['identity', 'matching'])
      await eventually(async () => expect((await world.askDirectly(service, pierce.supervisor, '{ __typename }')).errors).toMatchObject([{ extensions: { code: 'COUNTY_SUSPENDED' } }]), { within: 5_000 });
    const suspended = await suspendCounty(world.platform, pierce.county.slug); // once more changes nothing
    expect(suspended.status).toBe('SUSPENDED');

    await resumeCounty(world.platform, pierce.county.slug);
    await eventually(async () => expect(await codesOf(pierce.supervisor)).toEqual([]), { within: 5_000 });
    const { asked, refused } = await load.stop();
    expect(refused).toEqual([]);
    expect(asked).toBeGreaterThan(10);
  }, 60_000);

  it('keeps what happened just before the suspension: its effects come when the county is open again', async () => {
    await world.stopSubgraph('matching');
    const connectionId = await openConnection(pierce, family);
    await suspendCounty(world.platform, pierce.county.slug);
    await world.startSubgraph(matching);
    const needs = (): Promise<object[]> => pierce.rows('select 1 from matching.mentor_need where connection_id = $1', [connectionId]);
    await eventually(async () => expect(await codesOf(pierce.supervisor)).toEqual(['COUNTY_SUSPENDED']));
    expect(await needs()).toEqual([]);
    await resumeCounty(world.platform, pierce.county.slug);
    await eventually(async () => expect(await needs()).toHaveLength(2), { within: 15_000 });
  }, 60_000);

  it('cannot be undone by whoever puts an older registry back, or one that nobody has signed', async () => {
    const { registryFile } = world.platform;
    await eventually(async () => expect(await codesOf(pierce.supervisor)).toEqual([])); // it has heard of the last resumption
    const older = await readFile(registryFile, 'utf8');
    await suspendCounty(world.platform, pierce.county.slug);
    await eventually(async () => expect(await codesOf(pierce.supervisor)).toEqual(['COUNTY_SUSPENDED']));
    const newer = await readFile(registryFile, 'utf8');
    const [head, , signature] = newer.split('.');
    const unsigned = [head, older.split('.')[1], signature].join('.');
    for (const forged of [older, unsigned]) {
      await writeFile(registryFile, forged);
      await sleep(1_500); // longer than anybody waits before looking at the file again
      expect(await codesOf(pierce.supervisor)).toEqual(['COUNTY_SUSPENDED']);
    }
    await writeFile(registryFile, newer);
    await resumeCounty(world.platform, pierce.county.slug);
    await eventually(async () => expect(await codesOf(pierce.supervisor)).toEqual([]));
  }, 30_000);

  it('cannot suspend a county that does not exist or is half added', async () => {
    await expect(suspendCounty(world.platform, 'kign')).rejects.toMatchObject({ code: 'UNKNOWN_COUNTY', message: expect.stringContaining(king.county.slug) });
    const file = await newCounty();
    const brokenOff = addCounty(world.platform, file, () => {
      throw new Error('killed');
    });
    await expect(brokenOff).rejects.toThrow('killed');
    await expect(suspendCounty(world.platform, file.slug)).rejects.toMatchObject({ code: 'COUNTY_NOT_THERE', message: expect.stringContaining(`countyctl add ${file.slug}`) });
  });
});
