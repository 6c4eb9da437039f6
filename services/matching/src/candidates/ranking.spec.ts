import { cursorOf } from '@fc/subgraph';
import { describe, expect, it } from '@jest/globals';
import { behind, cursorAt, ranked, type Ranked } from './ranking.ts';

const candidate = (profileId: string, about: Partial<Ranked> = {}): Ranked => ({ profileId, points: 10, proposable: true, against: [], wouldLike: [], ...about });
const all = [
  candidate('a'),
  candidate('b', { points: 30, against: ['HOURS', 'AREA'] }),
  candidate('c', { points: 99, proposable: false, against: ['WISH'] }),
  candidate('d', { points: 20 }),
  candidate('e', { wouldLike: ['TEENS'] }),
  candidate('f', { points: 40, against: ['QUOTA'] }),
];
const ids = (candidates: readonly Ranked[]): string => candidates.map(({ profileId }) => profileId).join('');

describe('ranking', () => {
  it('puts whoever can be proposed first, then for a reason, then who cannot; by points, and then by what they would like', () => {
    expect(ids(ranked(all))).toBe('deafbc');
  });

  it('goes on behind a place, also when whoever stood there is gone', () => {
    const list = ranked(all);
    expect(ids(behind(list, cursorAt(list[2]!)))).toBe('fbc');
    expect(ids(behind(list.filter(({ profileId }) => profileId !== 'a'), cursorAt(list[2]!)))).toBe('fbc');
    expect(ids(behind(list, null))).toBe('deafbc');
  });

  it.each(['', 'x', cursorOf('[]'), cursorOf('[1,2,3,4]'), cursorOf('{"length":4}')])('refuses what is no cursor of its own: %s', (cursor) => {
    expect(() => behind(all, cursor)).toThrow(expect.objectContaining({ code: 'INVALID_CURSOR' }));
  });
});
