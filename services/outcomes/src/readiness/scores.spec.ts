import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readinessAreas, readinessLevels, readinessPack, type ReadinessLevel } from './readiness-pack.ts';
import { scoresOf } from './scores.ts';

const ids = readinessPack.questions.map(({ id }) => id);
const all = (level: ReadinessLevel): Record<string, ReadinessLevel> => Object.fromEntries(ids.map((id) => [id, level]));

describe('a county’s readiness', () => {
  it('is asked about in every area, under ids that stay apart', () => {
    for (const area of readinessAreas) expect(readinessPack.questions.filter((question) => question.area === area).length).toBeGreaterThanOrEqual(3);
    expect(new Set([...ids, ...readinessPack.policies.map(({ id }) => id)]).size).toBe(ids.length + readinessPack.policies.length);
  });

  it('goes from nothing to everything, area by area', () => {
    const [none, most] = [readinessLevels[0]!, readinessLevels.at(-1)!];
    expect(scoresOf(all(none))).toEqual({ overall: 0, areas: readinessAreas.map((area) => ({ area, score: 0 })) });
    expect(scoresOf(all(most))).toEqual({ overall: 1, areas: readinessAreas.map((area) => ({ area, score: 1 })) });
    expect(scoresOf({})).toEqual({ overall: 0, areas: [] });
  });

  it('never falls when one answer rises, and stays between 0 and 1', () => {
    const answers = fc.tuple(...ids.map(() => fc.constantFrom(...readinessLevels))).map((levels) => Object.fromEntries(ids.map((id, at) => [id, levels[at]!])));
    fc.assert(
      fc.property(answers, fc.constantFrom(...ids), (given, id) => {
        const before = scoresOf(given).overall;
        const better = readinessLevels[Math.min(readinessLevels.length - 1, readinessLevels.indexOf(given[id]!) + 1)]!;
        const after = scoresOf({ ...given, [id]: better }).overall;
        expect(after).toBeGreaterThanOrEqual(before - 1e-12);
        expect(after).toBeLessThanOrEqual(1 + 1e-12);
      }),
    );
  });
});
