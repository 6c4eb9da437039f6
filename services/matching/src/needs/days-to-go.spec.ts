import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { daysToGo, type Wait } from './days-to-go.ts';

const met = (...days: readonly number[]): Wait[] => days.map((each) => ({ days: each, met: true }));
const open = (...days: readonly number[]): Wait[] => days.map((each) => ({ days: each, met: false }));

describe('daysToGo', () => {
  it('is the middle one where everybody came together with a mentor', () => {
    expect(daysToGo(met(10, 20, 30, 40), 0, 1)).toBe(20);
  });

  it('goes by those who waited as long, and counts from there', () => {
    expect(daysToGo(met(10, 20, 30, 40, 50, 60), 25, 1)).toBe(15);
  });

  it('is longer where others wait on', () => {
    expect(daysToGo([...met(10, 20, 30, 40), ...open(50, 50, 50)], 0, 1)).toBe(40);
    expect(daysToGo([...met(10), ...open(50, 50, 50)], 0, 1)).toBeNull();
  });

  it('is not said of so few that it would tell of one of them', () => {
    expect(daysToGo(met(...Array.from({ length: 10 }, (_, at) => at + 1)), 0, 11)).toBeNull();
    expect(daysToGo(met(...Array.from({ length: 11 }, (_, at) => at + 1)), 0, 11)).toBe(6);
  });

  it('never gets shorter when those who still wait have waited longer, and lies in the waits that ended with a mentor', () => {
    const some = fc.array(fc.record({ days: fc.integer({ min: 0, max: 400 }), met: fc.boolean() }), { maxLength: 40 });
    fc.assert(
      fc.property(some, fc.integer({ min: 0, max: 100 }), fc.integer({ min: 0, max: 100 }), (waits, waited, more) => {
        const found = daysToGo(waits, waited, 1);
        if (found !== null) expect(waits.some(({ days, met: ended }) => ended && days === waited + found)).toBe(true);
        const longer = waits.map((wait) => (wait.met ? wait : { ...wait, days: wait.days + more }));
        const then = daysToGo(longer, waited, 1);
        if (found !== null) expect(then ?? Infinity).toBeGreaterThanOrEqual(found);
      }),
      { numRuns: 200 },
    );
  });
});
