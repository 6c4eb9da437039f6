import { describe, expect, it } from '@jest/globals';
import { mustsThatNobodyMeets } from '../engine/constraints.ts';
import { livedExperiences } from './experiences.ts';
import { requireNoContradiction, requireTraits, requireWishes as requireWishesAmong } from './traits.ts';

const requireWishes = (wishes: Parameters<typeof requireWishesAmong>[0]) => requireWishesAmong(wishes, livedExperiences);
const must = (kind: 'GENDER' | 'FAITH' | 'CULTURE', value: string) => ({ kind, value, must: true });

describe('what contradicts itself', () => {
  it.each([['GENDER', 'woman', 'man'], ['FAITH', 'Muslim', 'Lutheran']] as const)('is refused of two that must be and are each %s, with both names', (kind, one, other) => {
    expect(() => requireWishes([must(kind, one), must(kind, other)])).toThrow(expect.objectContaining({ code: 'MATCHING.WISHES_CONTRADICT', message: expect.stringContaining(`${one}, and ${other}`) }));
    expect(requireWishes([must(kind, one), { ...must(kind, other), must: false }])).toHaveLength(2);
  });

  it('is not the same said twice, nor two cultures', () => {
    expect(requireWishes([must('GENDER', 'Woman'), must('GENDER', 'woman')])).toEqual([must('GENDER', 'Woman')]);
    expect(requireWishes([{ ...must('GENDER', 'woman'), must: false }, must('GENDER', 'Woman')])).toEqual([must('GENDER', 'Woman')]);
    expect(requireWishes([must('CULTURE', 'Samoan'), must('CULTURE', 'Tongan')])).toHaveLength(2);
  });

  it('is an experience that a mentor speaks of and would rather not work with', () => {
    const teens = { kind: 'LIVED_EXPERIENCE' as const, value: 'TEENS' };
    expect(() => requireNoContradiction([teens], ['INFANTS', 'TEENS'])).toThrow(expect.objectContaining({ code: 'MATCHING.LIMITS_CONTRADICT', message: expect.stringContaining('TEENS') }));
    expect(() => requireNoContradiction([teens], ['INFANTS'])).not.toThrow();
    expect(() => requireNoContradiction([], ['INFANTS'], ['INFANTS'])).toThrow(expect.objectContaining({ code: 'MATCHING.LIMITS_CONTRADICT' }));
  });

  it('is an experience that neither the program nor the county has a word for', () => {
    const deaf = { kind: 'LIVED_EXPERIENCE' as const, value: 'DEAF_PARENTS' };
    expect(() => requireTraits([deaf], livedExperiences)).toThrow(expect.objectContaining({ code: 'MATCHING.UNKNOWN_EXPERIENCE' }));
    expect(requireTraits([deaf], [...livedExperiences, 'DEAF_PARENTS'])).toEqual([deaf]);
  });
});

describe('mustsThatNobodyMeets', () => {
  it('names what no mentor has, else all that no mentor has at once', () => {
    const [woman, muslim] = [must('GENDER', 'woman'), must('FAITH', 'Muslim')];
    expect(mustsThatNobodyMeets([woman, muslim], [{ traits: [woman] }])).toEqual([muslim]);
    expect(mustsThatNobodyMeets([woman, muslim], [{ traits: [woman] }, { traits: [muslim] }])).toEqual([woman, muslim]);
    expect(mustsThatNobodyMeets([woman, muslim], [{ traits: [muslim, { ...woman, value: 'Woman' }] }])).toEqual([]);
    expect(mustsThatNobodyMeets([{ ...woman, must: false }], [])).toEqual([]);
  });
});
