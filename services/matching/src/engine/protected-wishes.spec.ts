import { describe, expect, it } from '@jest/globals';
import { protectedWishes } from './protected-wishes.ts';
import type { Wish } from './matching-problem.ts';

const wish = (kind: Wish['kind'], value: string, must = false): Wish => ({ kind, value, must });
const proposed = (needId: string, ...missedWishes: Wish[]) => ({ needId, missedWishes });

describe('protectedWishes', () => {
  it('R41 counts families who asked, how many as a must, and proposals that meet it, and names no value', () => {
    const needs = [
      { id: 'a', wishes: [wish('GENDER', 'woman', true), wish('LIVED_EXPERIENCE', 'TEENS')] },
      { id: 'b', wishes: [wish('GENDER', 'man'), wish('GENDER', 'older man')] },
      { id: 'c', wishes: [wish('LIVED_EXPERIENCE', 'RECOVERY')] },
      { id: 'd', wishes: [] },
    ];
    const uses = protectedWishes(needs, [proposed('a'), proposed('b', wish('GENDER', 'man')), proposed('c', wish('LIVED_EXPERIENCE', 'RECOVERY')), proposed('d')]);
    expect(uses).toEqual([
      { trait: 'GENDER', askedBy: 2, must: 1, met: 2 },
      { trait: 'RECOVERY', askedBy: 1, must: 0, met: 0 },
    ]);
    expect(protectedWishes(needs.slice(3), [proposed('d')])).toEqual([]);
    expect(protectedWishes(needs.slice(0, 1), [])).toEqual([{ trait: 'GENDER', askedBy: 1, must: 1, met: 0 }]);
  });
});
