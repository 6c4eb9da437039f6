import { deep } from '@fc/testing';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Assignment } from './assignment.ts';
import { solveByHighs } from './by-highs.ts';
import { certify } from './certificate.ts';
import { leftOut, mostPoints, type Choices, type Instance } from './instance.ts';
import { randomInstance } from './random-instance.ts';
import { greedy, worthOf } from './rivals.ts';
import { solve } from './solve.ts';

const choices = (...pairs: [mentor: number, points: number][]): Choices => ({ mentors: Int32Array.from(pairs, ([mentor]) => mentor), points: Int32Array.from(pairs, ([, points]) => points) });

/** Instances with at least one mentor, some of whom have no place; points may be below 0. */
const instances = ({ needs, mentors }: { needs: number; mentors: number }): fc.Arbitrary<Instance> =>
  fc.integer({ min: 1, max: mentors }).chain((count) =>
    fc.record({
      places: fc.array(fc.array(fc.integer({ min: -20, max: 30 }), { maxLength: 3 }).map((worths) => worths.sort((one, other) => other - one)), { minLength: count, maxLength: count }),
      choices: fc.array(
        fc.uniqueArray(fc.tuple(fc.integer({ min: 0, max: count - 1 }), fc.integer({ min: -40, max: 60 })), { selector: ([mentor]) => mentor, maxLength: count }).map((pairs) => choices(...pairs)),
        { maxLength: needs },
      ),
    }),
  );

/** The best of every way to give each need one of its mentors or none. */
function byHand({ places, choices: all }: Instance): { served: number; points: number } {
  const taken = places.map(() => 0);
  const from = (need: number): { served: number; points: number } => {
    const choice = all[need];
    if (!choice) return { served: 0, points: 0 };
    let best = from(need + 1);
    for (const [at, mentor] of choice.mentors.entries()) {
      const place = places[mentor]![taken[mentor]!]; // the generator names its own mentors
      if (place === undefined) continue;
      taken[mentor]! += 1;
      const rest = from(need + 1);
      taken[mentor]! -= 1;
      const way = { served: rest.served + 1, points: rest.points + place + choice.points[at]! };
      if (way.served > best.served || (way.served === best.served && way.points > best.points)) best = way;
    }
    return best;
  };
  return from(0);
}

describe('solve', () => {
  it('serves as many as possible, moving an earlier choice where that serves one more', () => {
    const { mentorOf, certificate } = solve({ places: [[10], [10]], choices: [choices([0, 90], [1, 5]), choices([0, 50])] });
    expect(mentorOf).toEqual([1, 0]);
    expect(certificate).toEqual({ served: 2, points: 75, optimal: true, moreServed: 0, morePoints: 0 });
  });

  it('leaves out whoever is worth least where there is one place for three', () => {
    const { mentorOf, prices } = solve({ places: [[0]], choices: [choices([0, 10]), choices([0, 30]), choices([0, 20])] });
    expect(mentorOf).toEqual([null, 0, null]);
    expect(prices[0]).toBeGreaterThan(leftOut);
  });

  it('shares the load where the next place with a mentor is worth less', () => {
    expect(solve({ places: [[30, 10], [30, 10]], choices: [choices([0, 5], [1, 0]), choices([0, 5], [1, 0])] }).mentorOf).toEqual([0, 1]);
  });

  it('is content with no needs, no mentors, no choices and no places', () => {
    expect(solve({ places: [], choices: [] }).certificate).toMatchObject({ served: 0, optimal: true });
    expect(solve({ places: [[]], choices: [choices(), choices([0, 7])] })).toMatchObject({ mentorOf: [null, null], certificate: { optimal: true } });
  });

  it('keeps the best found when time is up, and says how far off it can be', () => {
    const instance = randomInstance({ needs: 600, mentors: 200, most: 3, candidates: 8, seed: 5 });
    const whole = solve(instance);
    let asked = 0;
    const short = solve(instance, () => (asked += 1) > 2);
    expect(short.cutShort).toBe(true);
    expect(short.certificate.served).toBeGreaterThan(0.7 * whole.certificate.served);
    expect(short.certificate.served + short.certificate.moreServed).toBeGreaterThanOrEqual(whole.certificate.served);
    expect(solve(instance, () => false)).toEqual(whole);
  });

  it('refuses points that are no whole number in range, growing places, and mentors who are not there or come twice', () => {
    expect(() => new Assignment([[Number.NaN]])).toThrow(RangeError);
    expect(() => new Assignment([[1.5]])).toThrow(RangeError);
    expect(() => new Assignment([[1, 2]])).toThrow('No place is worth more');
    const assignment = new Assignment([[1]]);
    for (const wrong of [choices([1, 0]), choices([-1, 0]), choices([0, 1], [0, 2]), choices([0, mostPoints + 1])]) expect(() => assignment.arrive(wrong)).toThrow(RangeError);
    expect(assignment.arrive(choices([0, mostPoints]))).toBe(0);
  });
});

describe('certify', () => {
  const instance: Instance = { places: [[10], [10]], choices: [choices([0, 90], [1, 5]), choices([0, 50])] };

  it('catches a planted wrong price, a mentor who may not come, and one place too many', () => {
    const { mentorOf, prices } = solve(instance);
    expect(certify(instance, mentorOf, [prices[0]! - 60, prices[1]!]).optimal).toBe(false);
    expect(certify(instance, [0, null], prices)).toMatchObject({ optimal: false, moreServed: 1, morePoints: null });
    expect(() => certify(instance, [0, 0], prices)).toThrow('no place left');
    expect(() => certify(instance, [1, 1], prices)).toThrow('may not come');
    expect(() => certify(instance, mentorOf, [Number.NaN, 0])).toThrow('whole numbers');
    expect(() => certify(instance, mentorOf, [0])).toThrow(RangeError);
  });
});

describe('solve, whatever comes', () => {
  const runs = { numRuns: deep(100, 5_000) };
  const longest = deep(30_000, 600_000);

  it('never exceeds a capacity or crosses a forbidden pair, and proves every answer', () => {
    fc.assert(fc.property(instances({ needs: 12, mentors: 8 }), (instance) => expect(solve(instance).certificate.optimal).toBe(true)), runs);
  }, longest);

  it('finds what trying every way finds', () => {
    fc.assert(fc.property(instances({ needs: 5, mentors: 4 }), (instance) => expect(solve(instance).certificate).toMatchObject(byHand(instance))), runs);
  }, longest);

  it('is never worse than greedy', () => {
    fc.assert(
      fc.property(instances({ needs: 14, mentors: 8 }), (instance) => {
        const [best, simple] = [solve(instance).certificate, worthOf(instance, greedy(instance))];
        expect(best.served > simple.served || (best.served === simple.served && best.points >= simple.points)).toBe(true);
      }),
      runs,
    );
  }, longest);

  it('leaves out nobody for somebody later where their points are the same', () => {
    fc.assert(
      fc.property(instances({ needs: 6, mentors: 3 }), ({ places, choices: all }) => {
        const { mentorOf, certificate } = solve({ places, choices: all });
        const isServed = (need: number): boolean => mentorOf[need] !== null;
        for (const late of all.keys())
          for (const early of [...all.keys()].slice(0, late)) {
            if (isServed(early) || !isServed(late)) continue;
            const instead = all.map((choice, need) => (need === early || (isServed(need) && need !== late) ? choice : choices()));
            const { served, points } = byHand({ places, choices: instead });
            expect(served === certificate.served && points === certificate.points).toBe(false);
          }
      }),
      runs,
    );
  }, longest);

  it('leaves out nobody for somebody later where many wait for few places', () => {
    for (let seed = 1; seed <= deep(10, 60); seed += 1) {
      const { places, choices: all } = randomInstance({ needs: 60, mentors: 12, most: 3, candidates: 4, seed });
      const coarse = all.map(({ mentors, points }) => ({ mentors, points: points.map((worth) => Math.round(worth / 20)) })); // so that many are worth the same
      const { mentorOf, certificate } = solve({ places, choices: coarse });
      const served = new Set([...coarse.keys()].filter((need) => mentorOf[need] !== null));
      for (const early of coarse.keys())
        for (const late of served) {
          if (served.has(early) || late < early) continue;
          const instead = solve({ places, choices: coarse.map((choice, need) => (need === early || (served.has(need) && need !== late) ? choice : choices())) }).certificate;
          expect([seed, early, late, instead.served === certificate.served && instead.points === certificate.points]).toEqual([seed, early, late, false]);
        }
    }
  }, longest);

  it('is never worse with one mentor more', () => {
    fc.assert(
      fc.property(instances({ needs: 10, mentors: 6 }), ({ places, choices: all }) => {
        const last = places.length - 1;
        const without = all.map(({ mentors, points }) => choices(...[...mentors].flatMap((mentor, at): [number, number][] => (mentor === last ? [] : [[mentor, points[at]!]]))));
        const [fewer, more] = [solve({ places: places.slice(0, -1), choices: without }).certificate, solve({ places, choices: all }).certificate];
        expect(more.served > fewer.served || (more.served === fewer.served && more.points >= fewer.points)).toBe(true);
      }),
      runs,
    );
  }, longest);

  it('stands best after every single arrival', () => {
    fc.assert(
      fc.property(instances({ needs: 10, mentors: 6 }), ({ places, choices }) => {
        const assignment = new Assignment(places);
        for (const choice of choices) {
          assignment.arrive(choice);
          expect(certify(assignment.instance, assignment.mentorOf, assignment.prices).optimal).toBe(true);
        }
      }),
      runs,
    );
  }, longest);

  it('bounds what could be had with those who are not listed', () => {
    fc.assert(
      fc.property(instances({ needs: 5, mentors: 4 }), fc.array(fc.boolean(), { minLength: 20, maxLength: 20 }), ({ places, choices: all }, hides) => {
        const everybody = [...places.keys()];
        const listed = all.map(({ mentors, points }, need): Choices => {
          const isHidden = (at: number): boolean => hides[(5 * need + at) % hides.length]!;
          const [shown, hidden] = [false, true].map((which) => [...mentors.keys()].filter((at) => isHidden(at) === which)) as [number[], number[]];
          const beyond = hidden.length > 0 ? { among: everybody, points: Math.max(...hidden.map((at) => points[at]!)) } : undefined;
          return { ...choices(...shown.map((at): [number, number] => [mentors[at]!, points[at]!])), ...(beyond && { beyond }) };
        });
        const [{ certificate }, best] = [solve({ places, choices: listed }), byHand({ places, choices: all })];
        expect(best.served).toBeLessThanOrEqual(certificate.served + certificate.moreServed);
        if (certificate.morePoints !== null && best.served === certificate.served) expect(best.points).toBeLessThanOrEqual(certificate.points + certificate.morePoints);
        if (certificate.optimal) expect(certificate).toMatchObject(best);
      }),
      runs,
    );
  }, longest);

  it('is worth exactly what HiGHS finds on middling instances', async () => {
    for (let seed = 1; seed <= deep(3, 60); seed += 1) {
      const instance = randomInstance({ needs: 120, mentors: 45, most: 3, candidates: 6, seed });
      const { served, points } = solve(instance).certificate;
      expect({ seed, served, points }).toEqual({ seed, ...worthOf(instance, await solveByHighs(instance)) });
    }
  }, longest);
});
