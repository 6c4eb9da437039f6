import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { guidePack, guideWording, promptsFor } from './guide-pack.ts';
import { GuideLanguage, GuidePhase, guidePhases } from './guide-prompt.ts';
import { GuideReadiness, readinesses, suggest, type Occasion } from './suggest.ts';

const caregiver: Occasion = { prompts: promptsFor('CAREGIVER'), phase: GuidePhase.BUILD, ahead: 'COMFORT_CALL', declined: false, readiness: GuideReadiness.A_LITTLE, ticked: new Set(), board: false };
const ids = (occasion: Occasion): string[] => suggest(occasion).map(({ id }) => id);

describe('the content of the guide', () => {
  it('S23 S78 has four phases for two roles, and twelve tips for each', () => {
    for (const reader of ['PARENT', 'CAREGIVER'] as const) {
      for (const phase of guidePhases) expect(promptsFor(reader).filter((prompt) => prompt.phase === phase).length).toBeGreaterThanOrEqual(6);
      expect(guidePack.prompts.filter(({ kind, role }) => kind === 'TIP' && role === reader)).toHaveLength(12);
    }
  });

  it('has every line once, in both languages, and tells one wording from the next', () => {
    const { prompts } = guidePack;
    expect(new Set(prompts.map(({ id }) => id)).size).toBe(prompts.length);
    expect(prompts.filter(({ en, es }) => en.trim() === '' || es.trim() === '' || en === es)).toEqual([]);
    expect(guideWording(GuideLanguage.en)).not.toBe(guideWording(GuideLanguage.es));
  });
});

describe('what the guide suggests', () => {
  it('begins with what belongs to the contact ahead, in its order, and with few lines', () => {
    expect(ids(caregiver)).toEqual(['P1-CAR-01', 'P1-CAR-02', 'P1-CAR-03']);
    expect(ids({ ...caregiver, readiness: GuideReadiness.NOT_YET })).toEqual(['P1-CAR-01']);
    expect(ids({ ...caregiver, ahead: null, ticked: new Set(ids(caregiver)) })).toEqual(['P1-CAR-04', 'P1-CAR-05', 'P1-CAR-06']);
  });

  it('R31 says what helps when a parent was not ready to talk, and only then', () => {
    expect(ids({ ...caregiver, declined: true }).slice(0, 2)).toEqual(['P1-CAR-11', 'P1-CAR-12']);
    expect(suggest({ ...caregiver, readiness: GuideReadiness.READY }).some(({ kind }) => kind === 'IF_DECLINED')).toBe(false);
  });

  it('R61 speaks of a Citizen Review Board only where there is one', () => {
    const parent: Occasion = { ...caregiver, prompts: promptsFor('PARENT'), phase: GuidePhase.REUNIFY, ahead: null, readiness: GuideReadiness.READY };
    const speaks = (occasion: Occasion): boolean => suggest(occasion).some(({ en }) => en.includes('Citizen Review Board'));
    expect([speaks(parent), speaks({ ...parent, board: true })]).toEqual([false, true]);
  });

  it('R30 R33 never suggests what is ticked, of another phase, or more than somebody is ready for', () => {
    const occasions = fc.record({
      prompts: fc.constantFrom(promptsFor('PARENT'), promptsFor('CAREGIVER')),
      phase: fc.constantFrom(...guidePhases),
      ahead: fc.constantFrom(null, 'COMFORT_CALL' as const, 'ICEBREAKER' as const),
      declined: fc.boolean(),
      readiness: fc.constantFrom(...readinesses) as fc.Arbitrary<GuideReadiness>,
      board: fc.boolean(),
      ticked: fc.subarray(guidePack.prompts.map(({ id }) => id)).map((some) => new Set(some)),
    });
    fc.assert(
      fc.property(occasions, (occasion) => {
        const suggested = suggest(occasion);
        expect(suggested.filter(({ id, phase }) => occasion.ticked.has(id) || phase !== occasion.phase)).toEqual([]);
        expect(suggested.length).toBeLessThanOrEqual({ NOT_YET: 1, A_LITTLE: 3, READY: 6 }[occasion.readiness]);
        if (occasion.readiness !== 'READY') expect(suggested.filter(({ optional, ifNeeded }) => optional || ifNeeded)).toEqual([]);
      }),
    );
  });
});
