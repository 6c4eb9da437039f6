import { deep } from '@fc/testing';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { constraintBetween } from '../engine/constraints.ts';
import type { MatchingProblem, Mentor, Need } from '../engine/matching-problem.ts';
import { proposeMatches } from '../engine/propose-matches.ts';
import { proposeTogether } from '../engine/propose-together.ts';
import { solveInTurn } from './in-turn.ts';

const weights = { version: 1, firstLanguage: 50, room: 30, waiting: 20, wishes: 40, hours: 10 };
const need = (id: string, about: Partial<Need> = {}): Need => ({ id, mentorRole: 'PARENT_ALLY', languages: ['en', 'so', 'vi'], firstLanguages: ['en'], closeTo: [`person of ${id}`], triedBefore: [], waitingDays: 0, wishes: [], hours: [], area: null, coLeaders: [], ...about });
const mentor = (id: string, about: Partial<Mentor> = {}): Mentor => ({ id, personId: `person ${id}`, mentorRole: 'PARENT_ALLY', languages: ['en'], capacity: 1, load: 0, eligible: true, conflicts: [], away: false, traits: [], limits: [], hours: [], areas: [], ...about });
const solve = async (problem: MatchingProblem) => proposeMatches(problem);
const together = (problem: MatchingProblem) => proposeTogether(problem, { seconds: 5 });
const isLong = ({ waitingDays }: Need): boolean => waitingDays >= 60;

describe('solveInTurn', () => {
  const few = [need('long', { waitingDays: 90, firstLanguages: ['so'] }), need('new', { waitingDays: 0 })];

  it('S12 serves whoever has waited longest where points would not', async () => {
    const problem = { needs: few, mentors: [mentor('x')], weights };
    expect((await solve(problem)).proposals).toMatchObject([{ needId: 'new' }]);
    const { proposals, unmatched, certificate, gap } = (await solveInTurn(problem, isLong, solve))!; // this solver always has an answer, here and below
    expect([proposals, unmatched]).toMatchObject([[{ needId: 'long', mentorId: 'x' }], [{ needId: 'new', because: 'CAPACITY' }]]);
    expect(certificate).toMatchObject({ served: 1, moreServed: 0, optimal: false });
    expect(gap).toBeGreaterThan(0);
  });

  it('S12 keeps the best answer for all, and its proof, where it serves them too', async () => {
    const problem = { needs: few, mentors: [mentor('x'), mentor('y')], weights };
    expect(await solveInTurn(problem, isLong, solve)).toEqual(await solve(problem));
  });

  it('leaves it to a search where there is no time to solve the others beside them', async () => {
    expect(await solveInTurn({ needs: few, mentors: [mentor('x')], weights }, isLong, solve, () => false)).toMatchObject({ cutShort: true });
    expect(await solveInTurn({ needs: few, mentors: [mentor('x'), mentor('y')], weights }, isLong, solve, () => false)).toMatchObject({ cutShort: false });
    expect(await solveInTurn({ needs: few, mentors: [mentor('x')], weights }, isLong, async () => null)).toBeNull();
  });

  it('lets the mentor of the other family be free together with theirs, and no quota be exceeded', async () => {
    const monday = (from: string, to: string) => ({ hours: [{ weekday: 1, from, to }] });
    const needs = [need('parent', { waitingDays: 90, firstLanguages: ['so'] }), need('other'), need('household', { mentorRole: 'CAREGIVER_MENTOR' })];
    const mentors = [mentor('x', monday('09:00', '12:00')), mentor('apart', { mentorRole: 'CAREGIVER_MENTOR', ...monday('13:00', '15:00') }), mentor('free', { mentorRole: 'CAREGIVER_MENTOR', languages: ['vi'], ...monday('10:00', '12:00') })];
    const problem: MatchingProblem = { needs, mentors, weights, together: { minutes: 60, pairs: [{ parentNeedId: 'parent', householdNeedId: 'household' }] } };
    const matched = async (one: MatchingProblem) => (await solveInTurn(one, isLong, together))!.proposals.map(({ needId, mentorId }) => `${needId} ${mentorId}`).sort();
    expect(await matched(problem)).toEqual(['household free', 'parent x']);
    expect(await matched({ ...problem, quotas: [{ mentorIds: ['x', 'apart', 'free'], most: 1 }] })).toEqual(['parent x']);
  });

  it('S12 never serves anybody in the place of one who comes first, whoever they are', async () => {
    const languages = fc.subarray(['en', 'so', 'vi'], { minLength: 1 });
    const someNeeds = fc.array(fc.record({ languages, waitingDays: fc.constantFrom(0, 20, 59, 60, 200) }), { minLength: 1, maxLength: 8 });
    const someMentors = fc.array(fc.record({ languages, capacity: fc.integer({ min: 1, max: 3 }) }), { maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(someNeeds, someMentors, async (askedNeeds, askedMentors) => {
        const needs = askedNeeds.map((about, at) => need(`n${at}`, { ...about, firstLanguages: about.languages.slice(0, 1) }));
        const mentors = askedMentors.map((about, at) => mentor(`m${at}`, about));
        const { proposals, unmatched, certificate } = (await solveInTurn({ needs, mentors, weights }, isLong, solve))!;
        const ahead = needs.filter(isLong);
        const alone = await solve({ needs: ahead, mentors, weights });
        const served = new Map(proposals.map(({ needId, mentorId }) => [needId, mentorId]));
        expect(ahead.filter(({ id }) => served.has(id))).toHaveLength(alone.proposals.length);
        for (const { id, capacity } of mentors) expect(proposals.filter(({ mentorId }) => mentorId === id).length).toBeLessThanOrEqual(capacity);
        expect([proposals.length + unmatched.length, served.size, certificate.served]).toEqual([needs.length, proposals.length, proposals.length]);
        for (const one of ahead) {
          if (served.has(one.id)) continue;
          const takenByOthers = proposals.filter(({ needId }) => !ahead.some(({ id }) => id === needId)).map(({ mentorId }) => mentors.find(({ id }) => id === mentorId)!); // of that very list
          for (const other of takenByOthers) expect(constraintBetween(one, other)).not.toBeNull();
        }
      }),
      { numRuns: deep(150, 3_000) },
    );
  });
});
