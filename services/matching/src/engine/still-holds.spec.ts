import { describe, expect, it } from '@jest/globals';
import type { Mentor, Need, Proposal } from './matching-problem.ts';
import { isSame, stillHolds } from './still-holds.ts';

const need = (id: string, about: Partial<Need> = {}): Need => ({ id, mentorRole: 'PARENT_ALLY', languages: ['en'], firstLanguages: ['en'], closeTo: [id], triedBefore: [], waitingDays: 3, wishes: [], hours: [], area: null, coLeaders: [], ...about });
const mentor = (id: string, about: Partial<Mentor> = {}): Mentor => ({ id, personId: id, mentorRole: 'PARENT_ALLY', languages: ['en'], capacity: 2, load: 0, eligible: true, conflicts: [], away: false, traits: [], limits: [], hours: [], areas: [], ...about });
const found = (needId: string, mentorId: string): Proposal => ({ needId, mentorId, score: 50, reasons: [], sharedLanguages: ['en'], missedWishes: [], met: [], runnerUp: null });

const asked = { needs: [need('one'), need('two'), need('three')], mentors: [mentor('ann'), mentor('bea')] };
const proposals = [found('one', 'ann'), found('two', 'ann'), found('three', 'bea')];
const held = (now: Parameters<typeof stillHolds>[2]): string[] => stillHolds(proposals, asked, now).map(({ needId }) => needId);

describe('what a search has found', () => {
  it('holds only as far as a quota leaves places', () => {
    expect(held({ ...asked, quotas: [{ mentorIds: ['ann', 'bea'], most: 2 }] })).toEqual(['one', 'two']);
    expect(held({ ...asked, quotas: [{ mentorIds: ['ann'], most: 1 }] })).toEqual(['one', 'three']);
  });

  it('holds where nothing has come between, whatever day it is now', () => {
    expect(held(asked)).toEqual(['one', 'two', 'three']);
    const tomorrow = { ...asked, needs: asked.needs.map((each) => ({ ...each, waitingDays: 4 })) };
    expect(held(tomorrow)).toEqual(['one', 'two', 'three']);
    expect([isSame(asked, asked), isSame(asked, tomorrow)]).toEqual([true, true]);
    expect(isSame(asked, { ...asked, quotas: [{ mentorIds: ['ann'], most: 1 }] })).toBe(false);
    for (const mentors of [[mentor('ann')], [mentor('ann', { load: 1 }), mentor('bea')], [...asked.mentors, mentor('cleo')]]) expect(isSame(asked, { ...asked, mentors })).toBe(false);
    expect(isSame(asked, { ...asked, needs: asked.needs.slice(1) })).toBe(false);
  });

  it('holds no more for whoever has somebody else meanwhile, asks for something else, or lost a place to another', () => {
    expect(held({ ...asked, needs: [need('two'), need('three')] })).toEqual(['two', 'three']);
    expect(held({ ...asked, needs: [need('one', { area: 'Renton' }), need('two'), need('three')] })).toEqual(['two', 'three']);
    expect(held({ ...asked, mentors: [mentor('ann', { load: 1 }), mentor('bea')] })).toEqual(['one', 'three']);
  });

  it('holds no more with a mentor who has gone on leave, said something else of themselves, or is there no more', () => {
    expect(held({ ...asked, mentors: [mentor('ann', { away: true }), mentor('bea')] })).toEqual(['three']);
    expect(held({ ...asked, mentors: [mentor('ann', { hours: [{ weekday: 1, from: '09:00', to: '10:00' }] }), mentor('bea')] })).toEqual(['three']);
    expect(held({ ...asked, mentors: [mentor('bea')] })).toEqual(['three']);
  });
});
