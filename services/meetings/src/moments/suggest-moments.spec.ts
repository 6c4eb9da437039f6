import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { guidePhases } from '../guide/guide-prompt.ts';
import { momentPrompts, momentsFor } from './moment-pack.ts';
import { momentPlaces } from './moment-prompt.ts';
import { suggestMoments } from './suggest-moments.ts';

const readers = ['PARENT', 'CAREGIVER'] as const;

describe('waiting-room moments', () => {
  it('S71 has something for both families at every place in every phase, each with an id of its own and in both languages', () => {
    expect(new Set(momentPrompts.map(({ id }) => id)).size).toBe(momentPrompts.length);
    for (const { id, en, es } of momentPrompts) expect([id, en.trim() !== '', es.trim() !== '', en === es]).toEqual([id, true, true, false]);
    for (const place of momentPlaces)
      for (const phase of guidePhases) for (const reader of readers) expect([place, phase, reader, suggestMoments({ prompts: momentsFor(reader), place, phase, done: new Set() }).length]).toEqual([place, phase, reader, 3]);
  });

  it('S71 suggests at most three of that place, that phase and that reader, and what was done last, whatever was done', () => {
    fc.assert(
      fc.property(fc.constantFrom(...momentPlaces), fc.constantFrom(...guidePhases), fc.constantFrom(...readers), fc.subarray(momentPrompts.map(({ id }) => id)), (place, phase, reader, marked) => {
        const done = new Set(marked);
        const suggested = suggestMoments({ prompts: momentsFor(reader), place, phase, done });
        expect(suggested.length).toBeLessThanOrEqual(3);
        for (const prompt of suggested) expect([prompt.place, prompt.role === reader || prompt.role === 'BOTH', prompt.phases?.includes(phase) ?? true]).toEqual([place, true, true]);
        const order = suggested.map(({ id }) => Number(done.has(id)));
        expect(order).toEqual([...order].sort());
      }),
    );
  });

  it('S71 is written in short sentences and plain words', () => {
    for (const { id, en } of momentPrompts) {
      const words = en.split(/\s+/);
      expect([id, words.length <= 16]).toEqual([id, true]);
      expect([id, words.filter((word) => word.replace(/[^a-z]/gi, '').length > 11)]).toEqual([id, []]);
    }
  });
});
