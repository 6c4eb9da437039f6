import { deep } from '@fc/testing';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { constraintBetween } from './constraints.ts';
import type { Mentor, Need } from './matching-problem.ts';
import { proposeArrival } from './propose-arrival.ts';
import { proposeMatches } from './propose-matches.ts';

const weights = { version: 1, firstLanguage: 50, room: 30, waiting: 20, wishes: 40, hours: 10 };
const need = (id: string, about: Partial<Need> = {}): Need => ({ id, mentorRole: 'PARENT_ALLY', languages: ['en'], firstLanguages: ['en'], closeTo: [`person of ${id}`], triedBefore: [], waitingDays: 0, wishes: [], hours: [], area: null, coLeaders: [], ...about });
const mentor = (id: string, about: Partial<Mentor> = {}): Mentor => ({ id, personId: `person ${id}`, mentorRole: 'PARENT_ALLY', languages: ['en'], capacity: 1, load: 0, eligible: true, conflicts: [], away: false, traits: [], limits: [], hours: [], areas: [], ...about });
/** The mentors while these proposals stand. */
const loaded = (mentors: readonly Mentor[], standing: ReadonlyMap<string, string>): Mentor[] => mentors.map((one) => ({ ...one, load: one.load + [...standing.values()].filter((id) => id === one.id).length }));

describe('proposeArrival', () => {
  const both = need('both', { languages: ['so', 'en'], firstLanguages: ['so'] });
  const [english, somali] = [mentor('english'), mentor('somali', { languages: ['so'] })];

  it('S02 takes a free place and leaves everybody else where they stand', () => {
    const standing = new Map([['both', 'somali']]);
    const { proposals, unmatched, certificate } = proposeArrival({ needs: [both, need('new')], mentors: loaded([english, somali], standing), weights }, 'new', standing);
    expect(proposals).toEqual([expect.objectContaining({ needId: 'new', mentorId: 'english', met: expect.arrayContaining(['LANGUAGE', 'CAPACITY']) })]);
    expect(unmatched).toEqual([]);
    expect(certificate).toMatchObject({ served: 2, optimal: true });
  });

  it('moves who stands to another mentor where the newcomer would have nobody else', () => {
    const standing = new Map([['both', 'english']]);
    const { proposals } = proposeArrival({ needs: [both, need('new')], mentors: loaded([english, somali], standing), weights }, 'new', standing);
    expect(proposals.map(({ needId, mentorId }) => [needId, mentorId]).sort()).toEqual([['both', 'somali'], ['new', 'english']]);
  });

  it('takes nobody’s place, however long the newcomer has waited, and says what stood in the way', () => {
    const standing = new Map([['first', 'english']]);
    const asked = { needs: [need('first'), need('new', { waitingDays: 30 })], mentors: loaded([english], standing), weights };
    expect(proposeArrival(asked, 'new', standing)).toMatchObject({ proposals: [], unmatched: [{ needId: 'new', because: 'CAPACITY' }] });
    expect(proposeArrival({ ...asked, needs: [need('first'), need('new', { languages: ['vi'] })] }, 'new', standing)).toMatchObject({ proposals: [], unmatched: [{ needId: 'new', because: 'LANGUAGE' }] });
  });

  it('does not touch a proposal that no longer holds', () => {
    const standing = new Map([['gone', 'english']]);
    const mentors = loaded([mentor('english', { away: true, capacity: 2 }), somali], standing);
    const { proposals } = proposeArrival({ needs: [need('gone', { languages: [] }), need('new', { languages: ['so'] })], mentors, weights }, 'new', standing);
    expect(proposals.map(({ needId, mentorId }) => [needId, mentorId])).toEqual([['new', 'somali']]);
  });

  it('serves as many, for as many points, as if all had come together, and holds what a proposal must hold', () => {
    const tag = fc.constantFrom('en', 'so', 'vi');
    const needs = fc.array(fc.record({ languages: fc.uniqueArray(tag, { minLength: 1, maxLength: 2 }), waitingDays: fc.nat(40) }), { minLength: 1, maxLength: 7 });
    const mentors = fc.array(fc.record({ languages: fc.uniqueArray(tag, { minLength: 1, maxLength: 2 }), capacity: fc.integer({ min: 1, max: 3 }) }), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(needs, mentors, (said, offered) => {
        const all = said.map((about, at) => need(`n${at}`, { ...about, firstLanguages: about.languages.slice(0, 1) }));
        const free = offered.map((about, at) => mentor(`m${at}`, about));
        const standing = new Map(proposeMatches({ needs: all.slice(1), mentors: free, weights }).proposals.map(({ needId, mentorId }) => [needId, mentorId]));
        const taking = all.filter(({ id }) => id === 'n0' || standing.has(id));
        const { proposals, certificate } = proposeArrival({ needs: taking, mentors: loaded(free, standing), weights }, 'n0', standing);
        const after = new Map([...standing, ...proposals.map(({ needId, mentorId }) => [needId, mentorId] as const)]);
        expect(after.size - standing.size).toBe(proposals.some(({ needId }) => needId === 'n0') ? 1 : 0);
        for (const { id, capacity } of free) expect([...after.values()].filter((one) => one === id).length).toBeLessThanOrEqual(capacity);
        for (const [id, mentorId] of after) expect(constraintBetween(all.find((one) => one.id === id)!, free.find((one) => one.id === mentorId)!)).toBeNull();
        const together = proposeMatches({ needs: taking, mentors: free, weights });
        if (together.proposals.length === taking.length) expect(certificate).toMatchObject({ served: taking.length, points: together.certificate.points, optimal: true });
        else expect(proposals).toEqual([]);
      }),
      { numRuns: deep(60, 2_000) },
    );
  }, deep(30_000, 600_000));
});
