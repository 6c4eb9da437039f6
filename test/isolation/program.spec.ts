import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { identity } from '@fc/identity';
import { ask, eventually, type Actor } from '@fc/testing';
import { World } from '@fc/testing/world';

let world: World;
let parents: { readonly king: Actor; readonly pierce: Actor };

beforeAll(async () => {
  world = await World.start({ counties: ['king', 'pierce'], subgraphs: [identity] });
  parents = { king: await world.county('king').person('PARENT'), pierce: await world.county('pierce').person('PARENT') };
}, 120_000);
afterAll(() => world?.stop());

const asked = '{ program { name kind timeZone parentParticipationIsARight } }';

describe('the program', () => {
  it('R37 tells everybody of it whether parents have a right to take part in appointments, as that county’s state has it', async () => {
    const of = (name: string, parentParticipationIsARight: boolean): object => ({ program: { name, kind: 'COUNTY', timeZone: 'America/Los_Angeles', parentParticipationIsARight } });
    expect(await parents.king.get(asked)).toEqual(of('King County', false));
    await world.decide(world.county('king'), { parentParticipationIsARight: true });
    await eventually(async () => expect(await parents.king.get(asked)).toEqual(of('King County', true)), { within: 10_000 });
    expect(await parents.pierce.get(asked)).toEqual(of('Pierce County', false));
  });

  it('is told to nobody without a token', async () => {
    const { data, errors } = await ask<{ program: unknown }>(world.gateway.url, {}, asked);
    expect(data?.program ?? null).toBeNull();
    expect(errors).not.toEqual([]);
  });
});
