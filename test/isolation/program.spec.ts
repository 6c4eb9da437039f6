import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { changeRegistry } from '@fc/countyctl';
import { identity } from '@fc/identity';
import { eventually, type Actor } from '@fc/testing';
import { World } from '@fc/testing/world';

let world: World;
let parents: { readonly king: Actor; readonly pierce: Actor };

beforeAll(async () => {
  world = await World.start({ counties: ['king', 'pierce'], subgraphs: [identity] });
  parents = { king: await world.county('king').person('PARENT'), pierce: await world.county('pierce').person('PARENT') };
}, 60_000);
afterAll(() => world?.stop());

const asked = '{ program { name kind timeZone parentParticipationIsARight } }';

describe('the program', () => {
  it('R37 tells everybody of it whether parents have a right to take part in appointments, as that county’s state has it', async () => {
    const of = (name: string, parentParticipationIsARight: boolean): object => ({ program: { name, kind: 'COUNTY', timeZone: 'America/Los_Angeles', parentParticipationIsARight } });
    expect(await parents.king.get(asked)).toEqual(of('King County', false));
    const { slug } = world.county('king').county;
    await changeRegistry(world.platform, (counties) => counties.map((county) => (county.slug === slug ? { ...county, settings: { ...county.settings, parentParticipationIsARight: true } } : county)));
    await eventually(async () => expect(await parents.king.get(asked)).toEqual(of('King County', true)), { within: 10_000 });
    expect(await parents.pierce.get(asked)).toEqual(of('Pierce County', false));
  });
});
