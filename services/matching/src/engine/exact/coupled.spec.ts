import { deep } from '@fc/testing';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { certify } from '../flow/certificate.ts';
import type { Instance } from '../flow/instance.ts';
import { worthOf } from '../flow/rivals.ts';
import { solve } from '../flow/solve.ts';
import { exactCouples, keepTogether, solveCoupled, type CoupledInstance } from './coupled.ts';
import { randomCouples as county } from './random-couples.ts';
import { firstComeTogether, greedyTogether } from './rivals-together.ts';

/** Whether every couple that both have a mentor has two who are free together. */
const allTogether = ({ couples, together }: CoupledInstance, mentorOf: readonly (number | null)[]): boolean =>
  couples.every(({ parent, household }) => {
    const [one, other] = [mentorOf[parent] ?? null, mentorOf[household] ?? null];
    return one === null || other === null || together(one, other);
  });

/** The best of every way, by count, then by points. */
function byHand({ instance: { places, choices }, couples, together }: CoupledInstance): { served: number; points: number } {
  const taken = places.map(() => 0);
  const mentorOf: (number | null)[] = choices.map(() => null);
  const from = (need: number): { served: number; points: number } => {
    const choice = choices[need];
    if (!choice) return { served: 0, points: 0 };
    const partner = couples.find(({ household }) => household === need)?.parent;
    let best = from(need + 1);
    for (const [at, mentor] of choice.mentors.entries()) {
      const place = places[mentor]?.[taken[mentor] ?? 0];
      const theirs = partner === undefined ? null : (mentorOf[partner] ?? null);
      if (place === undefined || (theirs !== null && !together(mentor, theirs))) continue;
      taken[mentor] = (taken[mentor] ?? 0) + 1;
      mentorOf[need] = mentor;
      const rest = from(need + 1);
      mentorOf[need] = null;
      taken[mentor] = (taken[mentor] ?? 0) - 1;
      const way = { served: rest.served + 1, points: rest.points + place + (choice.points[at] ?? 0) };
      if (way.served > best.served || (way.served === best.served && way.points > best.points)) best = way;
    }
    return best;
  };
  return from(0);
}

describe('solveCoupled', () => {
  it('finds what trying every way finds, with co-leaders who are free together', async () => {
    for (let seed = 1; seed <= deep(12, 200); seed += 1) {
      const problem = county({ couples: 3, mentors: 2, days: 4, seed, candidates: 2 });
      const { mentorOf, served, points, gap } = await solveCoupled(problem);
      expect({ seed, served, points }).toEqual({ seed, ...byHand(problem) });
      expect(gap).toBeLessThan(1e-6);
      expect(allTogether(problem, mentorOf)).toBe(true);
    }
  });

  it('reports the couples that are served only where co-leaders need not be free together', async () => {
    const choices = [0, 1].map((mentor) => ({ mentors: Int32Array.of(mentor), points: Int32Array.of(10) }));
    const problem = { instance: { places: [[0], [0]], choices }, couples: [{ parent: 0, household: 1 }], quotas: [], together: () => false };
    expect(await solveCoupled(problem)).toMatchObject({ served: 1, servedAtMost: 1, apart: [{ parent: 0, household: 1, mentors: [0, 1] }] });
    expect(await solveCoupled({ ...problem, together: () => true })).toMatchObject({ served: 2, gap: 0, apart: [] });
  });

  it('never exceeds a quota', async () => {
    const problem = county({ couples: 20, mentors: 12, days: 2, seed: 3 });
    const quota = { mentors: [0, 1, 2, 3, 4, 5], most: 2 };
    const { mentorOf } = await solveCoupled({ ...problem, quotas: [quota] });
    expect(mentorOf.filter((mentor) => mentor !== null && mentor < 6)).toHaveLength(2);
  });

  it('serves whom the flow serves, and proves it the best, where places are scarce and mentors free on one or two days of five', async () => {
    const problem = county({ couples: deep(60, 300), mentors: deep(24, 120), days: 5, seed: 2, candidates: 12 });
    const { certificate } = solve(problem.instance);
    const { mentorOf, served, proven, cutShort } = await solveCoupled(problem);
    expect(allTogether(problem, mentorOf)).toBe(true);
    expect({ served, proven, cutShort }).toEqual({ served: certificate.served, proven: true, cutShort: false });
  });

  it('is as good as without coupling where everybody is free together', async () => {
    const problem = county({ couples: 60, mentors: 30, days: 1, seed: 7 });
    const { served, points } = solve(problem.instance).certificate;
    expect(await solveCoupled(problem)).toMatchObject({ served, points });
  });

  it(`decomposes more than ${exactCouples} couples, within one per cent of a proven bound`, async () => {
    const problem = county({ couples: exactCouples + deep(40, 700), mentors: 400 + deep(0, 600), days: 4, seed: 11, candidates: 8 });
    const { mentorOf, gap, served, servedAtMost } = await solveCoupled(problem);
    expect(allTogether(problem, mentorOf)).toBe(true);
    expect(served).toBeLessThanOrEqual(servedAtMost);
    expect(gap).toBeLessThanOrEqual(0.01);
  });

  it('keeps the best found when time is up, and says how far off it can be', async () => {
    const problem = county({ couples: 80, mentors: 40, days: 5, seed: 13 });
    const [whole, short] = [await solveCoupled(problem), await solveCoupled(problem, { seconds: 0 })];
    expect(whole).toMatchObject({ cutShort: false, proven: true, gap: 0 });
    expect(short).toMatchObject({ cutShort: true, proven: false });
    expect(short.gap).toBeGreaterThan(0);
    expect(allTogether(problem, short.mentorOf)).toBe(true);
    expect(short.served).toBeLessThanOrEqual(whole.served);
    expect(short.servedAtMost).toBeGreaterThanOrEqual(whole.served);
    const free = solve(problem.instance);
    expect(keepTogether(problem, free, () => true)).toMatchObject({ mentorOf: short.mentorOf, served: short.served });
    const atOnce = keepTogether(problem, free);
    expect(allTogether(problem, atOnce.mentorOf)).toBe(true);
    expect(atOnce.served).toBeGreaterThan(short.served);
  });
});

/** Couples whose needs and mentors are as small as can be, who are free together or not as it comes, with a quota perhaps. */
const counties: fc.Arbitrary<CoupledInstance> = fc.record({ couples: fc.integer({ min: 1, max: 3 }), mentors: fc.integer({ min: 1, max: 3 }) }).chain(({ couples, mentors }) => {
  const places = fc.array(fc.array(fc.integer({ min: 0, max: 30 }), { maxLength: 2 }).map((worths) => worths.sort((one, other) => other - one)), { minLength: 2 * mentors, maxLength: 2 * mentors });
  const choicesOf = (first: number) =>
    fc.array(fc.uniqueArray(fc.tuple(fc.integer({ min: first, max: first + mentors - 1 }), fc.integer({ min: 0, max: 60 })), { selector: ([mentor]) => mentor, maxLength: mentors }), { minLength: couples, maxLength: couples });
  const free = fc.array(fc.boolean(), { minLength: mentors * mentors, maxLength: mentors * mentors });
  const quota = fc.option(fc.record({ mentors: fc.uniqueArray(fc.integer({ min: 0, max: 2 * mentors - 1 })), most: fc.integer({ min: 0, max: 2 }) }), { nil: undefined });
  return fc.record({ places, parents: choicesOf(0), households: choicesOf(mentors), free, quota }).map(({ places, parents, households, free, quota }) => ({
    instance: { places, choices: [...parents, ...households].map((pairs) => ({ mentors: Int32Array.from(pairs, ([mentor]) => mentor), points: Int32Array.from(pairs, ([, points]) => points) })) },
    couples: Array.from({ length: couples }, (_, parent) => ({ parent, household: couples + parent })),
    quotas: quota ? [quota] : [],
    together: (one, other) => free[Math.min(one, other) * mentors + (Math.max(one, other) - mentors)] ?? false,
  }));
});

const withinQuotas = ({ quotas }: CoupledInstance, mentorOf: readonly (number | null)[]): boolean => quotas.every(({ mentors, most }) => mentorOf.filter((mentor) => mentor !== null && mentors.includes(mentor)).length <= most);

/** The same without the last mentor. */
function withoutLast({ instance: { places, choices }, ...county }: CoupledInstance): CoupledInstance {
  const last = places.length - 1;
  const fewer = ({ mentors, points }: Instance['choices'][number]) => {
    const kept = [...mentors.keys()].filter((at) => mentors[at] !== last);
    return { mentors: Int32Array.from(kept, (at) => mentors[at]!), points: Int32Array.from(kept, (at) => points[at]!) };
  };
  return { ...county, instance: { places: places.slice(0, -1), choices: choices.map(fewer) }, quotas: county.quotas.map(({ mentors, most }) => ({ mentors: mentors.filter((mentor) => mentor !== last), most })) };
}

const atLeast = (one: { served: number; points: number }, other: { served: number; points: number }): boolean => one.served > other.served || (one.served === other.served && one.points >= other.points);

describe('solveCoupled, whatever comes', () => {
  const runs = { numRuns: deep(40, 1_000) };

  it('exceeds no capacity and no quota, crosses no forbidden pair, parts no couple, and proves it', async () => {
    await fc.assert(
      fc.asyncProperty(counties, async (county) => {
        const { mentorOf, served, points, proven, cutShort } = await solveCoupled(county);
        expect(certify(county.instance, mentorOf, solve(county.instance).prices)).toMatchObject({ served, points }); // throws where a place or a pair is not allowed
        expect([allTogether(county, mentorOf), withinQuotas(county, mentorOf), proven, cutShort]).toEqual([true, true, true, false]);
      }),
      runs,
    );
  });

  it('is never worse than greedy, or than first come, which keep to the same rules', async () => {
    await fc.assert(
      fc.asyncProperty(counties, async (county) => {
        const best = await solveCoupled(county);
        for (const simple of [greedyTogether(county), firstComeTogether(county)]) {
          expect([allTogether(county, simple), withinQuotas(county, simple)]).toEqual([true, true]);
          expect(atLeast(best, worthOf(county.instance, simple))).toBe(true);
        }
      }),
      runs,
    );
  });

  it('is never worse with one mentor more', async () => {
    await fc.assert(
      fc.asyncProperty(counties, async (county) => expect(atLeast(await solveCoupled(county), await solveCoupled(withoutLast(county)))).toBe(true)),
      runs,
    );
  });
});
