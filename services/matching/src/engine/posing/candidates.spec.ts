import { deep } from '@fc/testing';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { anyMentors, anyNeeds } from '../../../test/any-problem.ts';
import { constraintBetween } from '../constraints.ts';
import { bindingConstraints, type BindingConstraint } from '../matching-problem.ts';
import { pairPoints } from '../score.ts';
import { Candidates } from './candidates.ts';
import { dearest } from './dearest.ts';

const weights = { version: 1, firstLanguage: 50, room: 30, waiting: 20, wishes: 40, hours: 10 };

/** The last thing that whoever came nearest failed; a place where nothing. */
const nearest = (between: readonly (BindingConstraint | null)[]): BindingConstraint => bindingConstraints[Math.max(0, ...between.map((name) => bindingConstraints.indexOf(name ?? 'CAPACITY')))]!;

describe('Candidates', () => {
  it('says of every two what comparing the two says, and why nobody is left', () => {
    const reasons = new Set<string>();
    fc.assert(
      fc.property(anyNeeds, anyMentors, (needs, mentors) => {
        const candidates = new Candidates(mentors, weights);
        const withheld = new Set([...mentors.keys()].filter((mentor) => mentor % 2 === 0));
        for (const need of needs) {
          const between = mentors.map((mentor) => constraintBetween(need, mentor));
          const possible = [...mentors.keys()].filter((at) => between[at] === null);
          const { mentors: found, points, beyond } = candidates.of(need);
          expect([[...found], [...points], beyond]).toEqual([possible, possible.map((at) => pairPoints(need, mentors[at]!, weights)), undefined]);
          expect([...candidates.few(need, (mentor) => mentor !== possible[0]).mentors]).toEqual(possible.slice(1));
          expect(Math.max(0, ...points)).toBeLessThanOrEqual(candidates.unknown(need).beyond!.points);
          expect(candidates.unknown(need).beyond!.among).toEqual(expect.arrayContaining(possible));
          const reason = candidates.whyNobody(need, new Set());
          expect([reason, candidates.whyNobody(need, withheld)]).toEqual([nearest(between), possible.some((at) => withheld.has(at)) ? 'QUOTA' : nearest(between)]);
          reasons.add(reason);
        }
      }),
      { numRuns: deep(400, 20_000) },
    );
    expect([...reasons].sort()).toEqual(bindingConstraints.filter((name) => name !== 'QUOTA').sort());
  }, deep(30_000, 600_000));
});

describe('dearest', () => {
  it('keeps whoever brings most, says what the others could, and gives needs that are alike others of equal ones', () => {
    const choices = { mentors: Int32Array.of(0, 1, 2, 3, 4, 5), points: Int32Array.of(10, 30, 10, 10, 10, 5) };
    const kept = [0, 1, 2].map((turn) => dearest(choices, 3, turn, []));
    expect(kept.map(({ mentors }) => [...mentors])).toEqual([[0, 1, 2], [1, 3, 4], [0, 1, 2]]);
    for (const { points, beyond } of kept) expect([[...points].sort(), beyond]).toEqual([[10, 10, 30], { among: [], points: 10 }]);
    expect(dearest(choices, 5, 1, [])).toEqual({ mentors: Int32Array.of(0, 1, 2, 3, 4), points: Int32Array.of(10, 30, 10, 10, 10), beyond: { among: [], points: 9 } });
  });
});
