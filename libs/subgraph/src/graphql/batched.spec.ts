import { countyContext, runInCounty, type County } from '@fc/tenancy';
import { describe, expect, it } from '@jest/globals';
import { batched } from './batched.ts';

const inCounty = <T>(slug: string, person: string, work: () => T): T =>
  runInCounty({ county: { slug } as County, actor: { person, kind: 'user', roles: [] }, action: 'test', correlationId: person }, work); // nothing else of it is read here

describe('batched', () => {
  it('looks once for what is asked at the same moment, and again for what is asked later', async () => {
    const looks: string[][] = [];
    const one = batched(async (keys: readonly string[]) => {
      looks.push([...keys]);
      return new Map(keys.filter((key) => key !== 'c').map((key) => [key, key.toUpperCase()]));
    });
    await inCounty('king', 'noor', async () => {
      expect(await Promise.all(['a', 'b', 'a', 'c'].map((key) => one(key)))).toEqual(['A', 'B', 'A', undefined]);
      expect(await one('a')).toBe('A');
    });
    expect(looks).toEqual([['a', 'b', 'c'], ['a']]);
  });

  it('never looks for two people or two counties together, however close they ask', async () => {
    const whose = batched(async (keys: readonly string[]) => {
      const { county, actor } = countyContext();
      return new Map(keys.map((key) => [key, `${key} for ${actor.person} of ${county.slug}`]));
    });
    const asking = [['king', 'noor'], ['king', 'sam'], ['pierce', 'noor']] as const;
    const answers = await Promise.all(asking.map(([slug, person]) => inCounty(slug, person, () => whose('a'))));
    expect(answers).toEqual(['a for noor of king', 'a for sam of king', 'a for noor of pierce']);
  });
});
