import { deep } from '@fc/testing';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { certify } from '../flow/certificate.ts';
import type { Instance } from '../flow/instance.ts';
import { worthOf } from '../flow/rivals.ts';
import { solve } from '../flow/solve.ts';
import { priceTogether } from './by-prices.ts';
import { exactCouples, keepTogether, solveCoupled, valueOfOne, type CoupledInstance } from './coupled.ts';
import { groupsOf } from './groups.ts';
import { LinearProgram } from './linear-program.ts';
import { randomCouples as county } from './random-couples.ts';
import { firstComeTogether, greedyTogether } from './rivals-together.ts';

/** Whether every couple that both have a mentor has two who are free together. */
const allTogether = ({ couples, together }: CoupledInstance, mentorOf: readonly (number | null)[]): boolean =>
  couples.every(({ parent, household }) => {
    const [one, other] = [mentorOf[parent] ?? null, mentorOf[household] ?? null];
    return one === null || other === null || together(one, other);
  });

/** The best of every way that parts no couple and exceeds no quota, by count, then by points. */
function byHand({ instance: { places, choices }, couples, quotas, together }: CoupledInstance): { served: number; points: number } {
  const taken = places.map(() => 0);
  const mentorOf: (number | null)[] = choices.map(() => null);
  const partnersOf = choices.map((_, need) => couples.flatMap(({ parent, household }) => (parent === need ? [household] : household === need ? [parent] : [])));
  const fits = (need: number, mentor: number): boolean =>
    partnersOf[need]!.every((partner) => mentorOf[partner] === null || together(mentor, mentorOf[partner]!)) &&
    quotas.every(({ mentors, most }) => !mentors.includes(mentor) || mentors.reduce((sum, each) => sum + taken[each]!, 0) < most);
  const from = (need: number): { served: number; points: number } => {
    const choice = choices[need];
    if (!choice) return { served: 0, points: 0 };
    let best = from(need + 1);
    for (const [at, mentor] of choice.mentors.entries()) {
      const place = places[mentor]![taken[mentor]!]; // the county names its own mentors
      if (place === undefined || !fits(need, mentor)) continue;
      taken[mentor]! += 1;
      mentorOf[need] = mentor;
      const rest = from(need + 1);
      mentorOf[need] = null;
      taken[mentor]! -= 1;
      const way = { served: rest.served + 1, points: rest.points + place + choice.points[at]! };
      if (way.served > best.served || (way.served === best.served && way.points > best.points)) best = way;
    }
    return best;
  };
  return from(0);
}

/** The same question to HiGHS as one program of whole numbers, which knows nothing of flows and ways. */
async function byHighs({ instance: { places, choices }, couples, quotas, together }: CoupledInstance): Promise<{ served: number; points: number }> {
  const program = new LinearProgram();
  const none = Number.NEGATIVE_INFINITY;
  const each = 1_000_000; // outweighs all points of a middling county
  const needs = choices.map(() => program.row(none, 1));
  const mentors = places.map(() => program.row(0, 0));
  const quotaRows = quotas.map(({ most }) => program.row(none, most));
  // For every couple and every mentor of the one: who is not free together with them does not come to the other.
  const parted = couples.flatMap(({ parent, household }) => Array.from(choices[parent]!.mentors, (mentor) => ({ parent, household, mentor, row: program.row(none, 1) })));
  for (const [need, { mentors: those, points }] of choices.entries())
    for (const [at, mentor] of those.entries()) {
      const apart = parted.filter((rule) => (rule.parent === need && rule.mentor === mentor) || (rule.household === need && !together(rule.mentor, mentor)));
      const within = quotas.flatMap((quota, place) => (quota.mentors.includes(mentor) ? [quotaRows[place]!] : []));
      program.column(each + points[at]!, 1, [needs[need]!, mentors[mentor]!, ...within, ...apart.map(({ row }) => row)].map((row): [number, number] => [row, 1]));
    }
  for (const [mentor, worths] of places.entries()) for (const worth of worths) program.column(worth, 1, [[mentors[mentor]!, -1]]);
  const { worth } = await program.solve({ whole: true }).finally(() => program.close());
  const served = Math.round(worth / each);
  return { served, points: Math.round(worth - each * served) };
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
  }, deep(30_000, 600_000));

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
    const { mentorOf, served, proven, cutShort } = await solveCoupled(problem, { seconds: deep(60, 600) });
    expect(allTogether(problem, mentorOf)).toBe(true);
    expect({ served, proven, cutShort }).toEqual({ served: certificate.served, proven: true, cutShort: false });
  }, deep(60_000, 600_000));

  it('is as good as without coupling where everybody is free together', async () => {
    const problem = county({ couples: 60, mentors: 30, days: 1, seed: 7 });
    const { served, points } = solve(problem.instance).certificate;
    expect(await solveCoupled(problem)).toMatchObject({ served, points });
  });

  it(`decomposes more than ${exactCouples} couples, within one per cent of a proven bound`, async () => {
    const problem = county({ couples: exactCouples + deep(40, 700), mentors: 400 + deep(0, 600), days: 4, seed: 11, candidates: 8 });
    const { mentorOf, gap, served, points, servedAtMost, pointsAtMost, cutShort } = await solveCoupled(problem);
    expect({ together: allTogether(problem, mentorOf), served, cutShort }).toEqual({ together: true, served: servedAtMost, cutShort: false });
    expect(gap).toBeLessThanOrEqual(0.01);
    expect(points).toBeLessThanOrEqual(pointsAtMost!);
    expect(points).toBeGreaterThanOrEqual(0.99 * pointsAtMost!);
  }, deep(60_000, 600_000));

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

/** Parents and households as few as can be, of whom each may hang together with several, and their mentors; who is free together as it comes, and quotas perhaps. */
const counties: fc.Arbitrary<CoupledInstance> = fc.record({ parents: fc.integer({ min: 1, max: 3 }), households: fc.integer({ min: 1, max: 3 }), mentors: fc.integer({ min: 1, max: 3 }) }).chain(({ parents, households, mentors }) => {
  const places = fc.array(fc.array(fc.integer({ min: 0, max: 30 }), { maxLength: 2 }).map((worths) => worths.sort((one, other) => other - one)), { minLength: 2 * mentors, maxLength: 2 * mentors });
  const choicesOf = (count: number, first: number) =>
    fc.array(fc.uniqueArray(fc.tuple(fc.integer({ min: first, max: first + mentors - 1 }), fc.integer({ min: 0, max: 60 })), { selector: ([mentor]) => mentor, maxLength: mentors }), { minLength: count, maxLength: count });
  const couples = fc.uniqueArray(fc.record({ parent: fc.integer({ min: 0, max: parents - 1 }), household: fc.integer({ min: parents, max: parents + households - 1 }) }), { selector: ({ parent, household }) => `${parent} ${household}`, maxLength: 5 });
  const free = fc.array(fc.boolean(), { minLength: mentors * mentors, maxLength: mentors * mentors });
  const quotas = fc.array(fc.record({ mentors: fc.uniqueArray(fc.integer({ min: 0, max: 2 * mentors - 1 })), most: fc.integer({ min: 0, max: 2 }) }), { maxLength: 2 });
  return fc.record({ places, ofParents: choicesOf(parents, 0), ofHouseholds: choicesOf(households, mentors), couples, free, quotas }).map(({ places, ofParents, ofHouseholds, couples, free, quotas }) => ({
    instance: { places, choices: [...ofParents, ...ofHouseholds].map((pairs) => ({ mentors: Int32Array.from(pairs, ([mentor]) => mentor), points: Int32Array.from(pairs, ([, points]) => points) })) },
    couples,
    quotas,
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

/** The same with so many choices listed for each need; who else could come is among all. */
const listing = ({ instance: { places, choices }, ...county }: CoupledInstance, count: number): CoupledInstance => ({
  ...county,
  instance: {
    places,
    choices: choices.map(({ mentors, points }) => {
      const listed = { mentors: mentors.slice(0, count), points: points.slice(0, count) };
      return mentors.length > count ? { ...listed, beyond: { among: [...places.keys()], points: Math.max(...points.slice(count)) } } : listed;
    }),
  },
});

const atLeast = (one: { served: number; points: number }, other: { served: number; points: number }): boolean => one.served > other.served || (one.served === other.served && one.points >= other.points);

describe('solveCoupled, whatever comes', () => {
  const runs = { numRuns: deep(40, 2_000) };
  const longest = deep(30_000, 900_000);

  it('finds what trying every way finds, with quotas, and with needs that several hang together with', async () => {
    await fc.assert(
      fc.asyncProperty(counties, async (county) => {
        const { served, points, proven } = await solveCoupled(county);
        expect({ served, points, proven }).toEqual({ ...byHand(county), proven: true });
      }),
      runs,
    );
  }, longest);

  it('is worth exactly what HiGHS finds on middling counties, with a quota', async () => {
    for (let seed = 1; seed <= deep(3, 40); seed += 1) {
      const problem = { ...county({ couples: 20, mentors: 13, days: 4, seed, candidates: 6 }), quotas: [{ mentors: [0, 1, 2, 13, 14, 15], most: 5 }] };
      // Every fourth parent hangs together with the household of the next one too.
      const shared = { ...problem, couples: problem.couples.flatMap((couple) => (couple.parent % 4 === 0 ? [couple, { parent: couple.parent, household: couple.household + 1 }] : [couple])) };
      const { served, points, proven, mentorOf } = await solveCoupled(shared);
      expect([allTogether(shared, mentorOf), withinQuotas(shared, mentorOf)]).toEqual([true, true]);
      expect({ seed, served, points, proven }).toEqual({ seed, ...(await byHighs(shared)), proven: true });
    }
  }, longest);

  it('exceeds no capacity and no quota, crosses no forbidden pair, parts no couple, and proves it', async () => {
    await fc.assert(
      fc.asyncProperty(counties, async (county) => {
        const { mentorOf, served, points, proven, cutShort } = await solveCoupled(county);
        expect(certify(county.instance, mentorOf, solve(county.instance).prices)).toMatchObject({ served, points }); // throws where a place or a pair is not allowed
        expect([allTogether(county, mentorOf), withinQuotas(county, mentorOf), proven, cutShort]).toEqual([true, true, true, false]);
      }),
      runs,
    );
  }, longest);

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
  }, longest);

  it('bounds every answer at any prices, with an answer that holds, also where not everybody was looked at', async () => {
    const price = fc.array(fc.integer({ min: -100, max: 100 }), { minLength: 6, maxLength: 6 });
    await fc.assert(
      fc.property(counties, price, fc.integer({ min: 0, max: 3 }), (county, flowPrices, listed) => {
        const { served, points } = byHand(county);
        for (const asked of [county, listing(county, listed)]) {
          const each = valueOfOne(asked.instance);
          const { bound, mentorOf } = priceTogether(asked, groupsOf(asked), { flowPrices, each });
          expect(bound).toBeGreaterThanOrEqual(each * served + points);
          expect([allTogether(asked, mentorOf), withinQuotas(asked, mentorOf)]).toEqual([true, true]);
          expect(atLeast({ served, points }, worthOf(asked.instance, mentorOf))).toBe(true);
          certify(asked.instance, mentorOf, solve(asked.instance).prices); // throws where a place or a pair is not allowed
        }
      }),
      runs,
    );
  }, longest);

  it('bounds what HiGHS finds on middling counties within one per cent, with places to spare and without', async () => {
    for (let seed = 1; seed <= deep(4, 40); seed += 1) {
      const problem = county({ couples: 20, mentors: seed % 2 === 0 ? 10 : 16, days: 4, seed, candidates: 6 });
      const { served, points } = await byHighs(problem);
      const each = valueOfOne(problem.instance);
      const { bound } = priceTogether(problem, groupsOf(problem), { flowPrices: solve(problem.instance).prices, each });
      const most = bound - each * served;
      expect(most).toBeGreaterThanOrEqual(points);
      expect(most).toBeLessThanOrEqual(1.01 * points);
    }
  }, longest);

  it('is never worse with one mentor more', async () => {
    await fc.assert(
      fc.asyncProperty(counties, async (county) => expect(atLeast(await solveCoupled(county), await solveCoupled(withoutLast(county)))).toBe(true)),
      runs,
    );
  }, longest);
});
