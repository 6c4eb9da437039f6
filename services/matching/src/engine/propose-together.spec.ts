import { deep } from '@fc/testing';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { inAnyOrder } from '../../test/any-problem.ts';
import { seeded } from './flow/random-instance.ts';
import { freeTogether } from './hours.ts';
import type { MatchingProblem, MatchingResult, Mentor, Need } from './matching-problem.ts';
import { proposeMatches } from './propose-matches.ts';
import { proposeTogether } from './propose-together.ts';
import { proposeAtOnce, proposeInWorker } from './worker/propose-in-worker.ts';

const weights = { version: 1, firstLanguage: 50, room: 30, waiting: 20, wishes: 40, hours: 10 };
const minutes = 60;
const need = (id: string, mentorRole: Need['mentorRole'], waitingDays = 0): Need => ({ id, mentorRole, languages: ['en'], firstLanguages: ['en'], closeTo: [id], triedBefore: [], waitingDays, wishes: [], hours: [], area: null, coLeaders: [] });
const mentor = (id: string, mentorRole: Mentor['mentorRole'], about: Partial<Mentor> = {}): Mentor => ({ id, personId: id, mentorRole, languages: ['en'], capacity: 1, load: 0, eligible: true, conflicts: [], away: false, traits: [], limits: [], hours: [], areas: [], ...about });

/** Families who wait on both sides, with mentors who are free on one or two afternoons. */
function county(families: number, mentors: number, seed: number): MatchingProblem {
  const random = seeded(seed);
  const below = (limit: number): number => Math.floor(random() * limit);
  const afternoons = (): Mentor['hours'] => [1, 2].map(() => ({ weekday: 1 + below(5), from: '14:00', to: '16:00' }));
  const ids = Array.from({ length: families }, (_, at) => at);
  return {
    needs: ids.flatMap((at) => [need(`parent ${at}`, 'PARENT_ALLY', below(30)), need(`household ${at}`, 'CAREGIVER_MENTOR', below(30))]),
    mentors: Array.from({ length: mentors }, (_, at) => [mentor(`ally ${at}`, 'PARENT_ALLY', { hours: afternoons() }), mentor(`mentor ${at}`, 'CAREGIVER_MENTOR', { hours: afternoons() })]).flat(),
    weights,
    together: { minutes, pairs: ids.map((at) => ({ parentNeedId: `parent ${at}`, householdNeedId: `household ${at}` })) },
  };
}

/** Every two who would lead together, as far as both families have somebody. */
const leaders = ({ mentors, together }: MatchingProblem, { proposals }: MatchingResult): [Mentor, Mentor][] => {
  const of = (id: string): Mentor | undefined => mentors.find((one) => one.id === proposals.find(({ needId }) => needId === id)?.mentorId);
  return together!.pairs.flatMap(({ parentNeedId, householdNeedId }): [Mentor, Mentor][] => {
    const [one, other] = [of(parentNeedId), of(householdNeedId)];
    return one && other ? [[one, other]] : [];
  });
};
const allFree = (problem: MatchingProblem, result: MatchingResult): boolean => leaders(problem, result).every(([one, other]) => freeTogether(minutes, one.hours, other.hours));

describe('proposeTogether', () => {
  it('is proposeMatches where nobody has to be free together', async () => {
    const { together: _, ...problem } = county(20, 12, 1);
    expect(await proposeTogether(problem, { seconds: 20 })).toEqual(proposeMatches(problem));
  });

  it('R15 proposes two who are free together, whatever else would have more points, and proves that nobody could do better', async () => {
    for (let seed = 1; seed <= 6; seed += 1) {
      const problem = county(24, 20, seed);
      const result = await proposeTogether(problem, { seconds: 20 });
      expect(leaders(problem, result).length).toBeGreaterThan(5);
      expect({ seed, free: allFree(problem, result), ...result.certificate, gap: result.gap, cutShort: result.cutShort }).toMatchObject({ seed, free: true, optimal: true, moreServed: 0, gap: 0, cutShort: false });
      expect(result.certificate.served).toBeLessThanOrEqual(proposeMatches(problem).certificate.served);
    }
  });

  it('tells of a family that hours alone keep from its second mentor which are missing, and of a runner-up that they are not free together', async () => {
    const hours = (from: string, to: string) => [{ weekday: 2, from, to }];
    const needs = [need('parent', 'PARENT_ALLY', 9), need('household', 'CAREGIVER_MENTOR')];
    const [ann, max] = [mentor('ann', 'PARENT_ALLY', { hours: hours('09:00', '12:00') }), mentor('max', 'CAREGIVER_MENTOR', { hours: hours('13:00', '15:00') })];
    const problem = { needs, weights, together: { minutes, pairs: [{ parentNeedId: 'parent', householdNeedId: 'household' }] } };
    const apart = await proposeTogether({ ...problem, mentors: [ann, max] }, { seconds: 20 });
    expect(apart).toMatchObject({ proposals: [{ needId: 'parent' }], unmatched: [{ needId: 'household', because: 'CO_LEADER', missingHours: { weekday: 2, from: '12:00', to: '13:00', mentorIds: ['ann', 'max'] } }] });
    const noon = mentor('noon', 'CAREGIVER_MENTOR', { capacity: 4, load: 3, hours: hours('11:00', '15:00') });
    const found = await proposeTogether({ ...problem, mentors: [ann, max, noon] }, { seconds: 20 });
    expect(found).toMatchObject({ unmatched: [], proposals: [{ needId: 'parent', mentorId: 'ann' }, { needId: 'household', mentorId: 'noon', runnerUp: { mentorId: 'max', because: 'NOT_FREE_TOGETHER' } }] });
  });

  it('R15 never has one person lead for both families, nor two who may not be matched with each other, whatever else would have more points', async () => {
    const needs = [need('parent', 'PARENT_ALLY', 9), need('household', 'CAREGIVER_MENTOR')];
    const pairs = [{ parentNeedId: 'parent', householdNeedId: 'household' }];
    const [ally, alsoMentor, torn] = [mentor('both as ally', 'PARENT_ALLY', { personId: 'both' }), mentor('both as mentor', 'CAREGIVER_MENTOR', { personId: 'both' }), mentor('torn', 'CAREGIVER_MENTOR', { conflicts: ['both'] })];
    for (const [together, quiet] of [[{ pairs, minutes }, []], [{ pairs, minutes: 0 }, []], [{ pairs, minutes }, [{ weekday: 1, from: '09:00', to: '10:00' }]]] as const) {
      const nobodyElse = await proposeTogether({ needs, weights, together, mentors: [ally, alsoMentor, torn].map((one) => ({ ...one, hours: quiet })) }, { seconds: 20 });
      expect(nobodyElse).toMatchObject({ proposals: [{}], unmatched: [{ because: 'CONFLICT' }], certificate: { optimal: true } });
      const other = mentor('other', 'CAREGIVER_MENTOR', { capacity: 9, load: 8, hours: quiet });
      const found = await proposeTogether({ needs, weights, together, mentors: [ally, alsoMentor, torn, other].map((one) => ({ ...one, hours: quiet })) }, { seconds: 20 });
      expect(found).toMatchObject({ unmatched: [], proposals: [{ mentorId: 'both as ally' }, { mentorId: 'other', runnerUp: null }] });
    }
    const leading = { ...need('household', 'CAREGIVER_MENTOR'), coLeaders: [{ mentorId: 'both as ally', personId: 'both', conflicts: ['cousin'], hours: [], minutes }] };
    expect(proposeMatches({ needs: [leading], weights, mentors: [alsoMentor, torn, mentor('cousin', 'CAREGIVER_MENTOR')] })).toMatchObject({ proposals: [], unmatched: [{ because: 'CONFLICT' }] });
  });

  it('tells which hours are missing where one of the two leads already', () => {
    const hours = (from: string, to: string) => [{ weekday: 2, from, to }];
    const leading = { ...need('household', 'CAREGIVER_MENTOR'), coLeaders: [{ mentorId: 'ann', personId: 'ann', conflicts: [], hours: hours('09:00', '12:00'), minutes }] };
    const max = mentor('max', 'CAREGIVER_MENTOR', { hours: hours('13:00', '15:00') });
    expect(proposeMatches({ needs: [leading], weights, mentors: [max] })).toMatchObject({ unmatched: [{ needId: 'household', because: 'CO_LEADER', missingHours: { weekday: 2, from: '12:00', to: '13:00', mentorIds: ['ann', 'max'] } }] });
  });

  it('says of a runner-up whom a quota withholds that their group is full', async () => {
    const mentors = [mentor('new', 'PARENT_ALLY', { capacity: 4 }), mentor('old', 'PARENT_ALLY', { capacity: 4, load: 3 })];
    const found = await proposeTogether({ needs: [need('one', 'PARENT_ALLY')], mentors, weights, quotas: [{ mentorIds: ['new'], most: 0 }] }, { seconds: 20 });
    expect(found).toMatchObject({ proposals: [{ mentorId: 'old', runnerUp: { mentorId: 'new', because: 'GROUP_FULL' } }] });
  });

  it('keeps an answer that holds when time is up, and says so', async () => {
    const problem = county(40, 30, 3);
    const result = await proposeTogether(problem, { seconds: 0 });
    expect(result.cutShort).toBe(true);
    expect(allFree(problem, result)).toBe(true);
    expect([...result.proposals, ...result.unmatched]).toHaveLength(80);
  });
});

describe('proposeTogether, in whatever order things come', () => {
  it('answers the same, with quotas and needs that several hang together with', async () => {
    const small = fc.record({ families: fc.integer({ min: 2, max: 7 }), mentors: fc.integer({ min: 2, max: 5 }), seed: fc.nat(10_000), most: fc.nat(4), shared: fc.boolean() });
    await fc.assert(
      fc.asyncProperty(
        small.chain(({ families, mentors, seed, most, shared }) => {
          const { needs, mentors: peers, together } = county(families, mentors, seed);
          const pairs = [...together!.pairs, ...(shared ? [{ parentNeedId: 'parent 0', householdNeedId: 'household 1' }] : [])];
          const [allies, all] = [peers.filter(({ mentorRole }) => mentorRole === 'PARENT_ALLY'), peers].map((some) => some.map(({ id }) => id));
          const quotas = [{ mentorIds: allies!, most }, { mentorIds: all!, most: 2 * most + 1 }];
          const problem = { needs, mentors: peers, weights, seed, together: { minutes, pairs }, quotas };
          return fc.tuple(fc.constant(problem), inAnyOrder(needs), inAnyOrder(peers), inAnyOrder(pairs), inAnyOrder(quotas));
        }),
        async ([problem, needs, mentors, pairs, quotas]) => {
          const [one, other] = [await proposeTogether(problem, { seconds: 60 }), await proposeTogether({ ...problem, needs, mentors, quotas, together: { minutes, pairs } }, { seconds: 60 })];
          expect(other).toEqual(one);
          expect(one).toMatchObject({ cutShort: false, certificate: { optimal: true } });
          expect(allFree(problem, one)).toBe(true);
          for (const { mentorIds, most } of quotas) expect(one.proposals.filter(({ mentorId }) => mentorIds.includes(mentorId)).length).toBeLessThanOrEqual(most);
        },
      ),
      { numRuns: deep(25, 600) },
    );
  }, deep(60_000, 900_000));
});

describe('a run in a thread of its own', () => {
  it('answers the same, and leaves this one free meanwhile', async () => {
    const problem = county(40, 30, 5);
    let turns = 0;
    const timer = setInterval(() => (turns += 1), 1);
    const result = await proposeInWorker(problem, { seconds: 60 });
    clearInterval(timer);
    expect(turns).toBeGreaterThan(0);
    expect(result).toEqual(await proposeTogether(problem, { seconds: 60 }));
  });

  it('fails where it is told to end before it has found anything', async () => {
    const leaving = new AbortController();
    const result = proposeInWorker(county(40, 30, 3), { seconds: 60, signal: leaving.signal });
    leaving.abort();
    await expect(result).rejects.toMatchObject({ code: 'MATCHING.RUN_TOO_LONG' });
  });

  it('refuses what it cannot go by before it begins', async () => {
    const problem = { ...county(2, 2, 1), weights: { ...weights, room: Number.NaN } };
    await expect(proposeAtOnce(problem)).rejects.toMatchObject({ code: 'MATCHING.WEIGHTS_INVALID' });
    await expect(proposeInWorker(problem, { seconds: 1 })).rejects.toMatchObject({ code: 'MATCHING.WEIGHTS_INVALID' });
  });
});
