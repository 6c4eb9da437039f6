import { deep } from '@fc/testing';
import { describe, expect, it } from '@jest/globals';
import { randomInstance, seeded } from '../flow/random-instance.ts';
import { solve } from '../flow/solve.ts';
import { exactCouples, solveCoupled, type CoupledInstance } from './coupled.ts';

/** Couples of a first half of needs and a second, whose mentors are the first and the second half of mentors; everybody is free on two of `days` days. */
function county({ couples, mentors, days, seed, candidates = 4 }: { couples: number; mentors: number; days: number; seed: number; candidates?: number }): CoupledInstance {
  const [ones, others] = [1, 2].map((half) => randomInstance({ needs: couples, mentors, most: 2, candidates, seed: seed * 10 + half }));
  const random = seeded(seed);
  const freeOn = Array.from({ length: 2 * mentors }, () => new Set([Math.floor(random() * days), Math.floor(random() * days)]));
  return {
    instance: { places: [...ones!.places, ...others!.places], choices: [...ones!.choices, ...others!.choices.map(({ points, mentors: each }) => ({ points, mentors: each.map((mentor) => mentor + mentors) }))] },
    couples: Array.from({ length: couples }, (_, index) => ({ parent: index, household: couples + index })),
    quotas: [],
    together: (one, other) => [...freeOn[one]!].some((day) => freeOn[other]!.has(day)),
  };
}

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
});
