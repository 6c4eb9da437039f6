import { deep } from '@fc/testing';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { anyMentors as mentors, anyNeeds as needs } from '../../test/any-problem.ts';
import { constraintBetween, constraintsOf } from './constraints.ts';
import type { Mentor, Need } from './matching-problem.ts';
import { proposeMatches } from './propose-matches.ts';

const weights = { version: 1, firstLanguage: 50, room: 30, waiting: 20, wishes: 40, hours: 10 };

const need = (id: string, about: Partial<Need> = {}): Need => ({ id, mentorRole: 'PARENT_ALLY', languages: ['en'], firstLanguages: ['en'], closeTo: [`person of ${id}`], triedBefore: [], waitingDays: 0, wishes: [], hours: [], area: null, coLeaders: [], ...about });
const mentor = (id: string, about: Partial<Mentor> = {}): Mentor => ({ id, personId: `person ${id}`, mentorRole: 'PARENT_ALLY', languages: ['en'], capacity: 3, load: 0, eligible: true, conflicts: [], away: false, traits: [], limits: [], hours: [], areas: [], ...about });
const pairs = (needs: Need[], mentors: Mentor[]) => proposeMatches({ needs, mentors, weights }).proposals.map(({ needId, mentorId }) => [needId, mentorId]);

describe('proposeMatches', () => {
  it('R11 R12 S02 gives a parent a Parent Ally and a household a Caregiver Mentor', () => {
    const needs = [need('parent'), need('household', { mentorRole: 'CAREGIVER_MENTOR' })];
    expect(pairs(needs, [mentor('ally'), mentor('carer', { mentorRole: 'CAREGIVER_MENTOR' })]).sort()).toEqual([
      ['household', 'carer'],
      ['parent', 'ally'],
    ]);
  });

  it('prefers whoever speaks the first language, in whatever region', () => {
    expect(pairs([need('a', { languages: ['es-MX', 'en'], firstLanguages: ['es-MX'] })], [mentor('x'), mentor('y', { languages: ['es'], load: 2 })])).toEqual([['a', 'y']]);
  });

  it('shares the load among mentors who fit equally', () => {
    const shared = pairs([need('a'), need('b'), need('c')], [mentor('x'), mentor('y'), mentor('z')]);
    expect(shared.map(([, chosen]) => chosen).sort()).toEqual(['x', 'y', 'z']);
  });

  it('lets the longest wait have the last place', () => {
    expect(proposeMatches({ needs: [need('new'), need('old', { waitingDays: 20 })], mentors: [mentor('x', { capacity: 1 })], weights })).toMatchObject({
      proposals: [{ needId: 'old' }],
      unmatched: [{ needId: 'new', because: 'CAPACITY' }],
    });
  });

  it('moves an earlier choice where that serves one more need', () => {
    const needs = [need('a', { languages: ['en', 'so'], waitingDays: 9 }), need('b', { languages: ['en'] })];
    const mentors = [mentor('x', { capacity: 1 }), mentor('y', { capacity: 1, languages: ['so'] })];
    expect(pairs(needs, mentors)).toEqual([
      ['a', 'y'],
      ['b', 'x'],
    ]);
  });

  it('says what speaks for a proposal', () => {
    const result = proposeMatches({ needs: [need('a', { languages: ['so', 'en'], firstLanguages: ['so'], waitingDays: 15 })], mentors: [mentor('x', { languages: ['en', 'so'], capacity: 4, load: 1 })], weights });
    expect(result.proposals).toEqual([
      {
        needId: 'a',
        mentorId: 'x',
        score: 50 + 10 + 23,
        sharedLanguages: ['so', 'en'],
        missedWishes: [],
        met: ['ROLE', 'ELIGIBILITY', 'AWAY', 'CONFLICT', 'LANGUAGE', 'TRIED_BEFORE', 'CAPACITY'],
        runnerUp: null,
        reasons: [
          { key: 'FIRST_LANGUAGE', value: 1, points: 50 },
          { key: 'SHARED_LANGUAGES', value: 2, points: 0 },
          { key: 'WISHES_MET', value: 0, points: 0 },
          { key: 'HOURS_TOGETHER', value: 0, points: 0 },
          { key: 'WAITING_DAYS', value: 15, points: 10 },
          { key: 'FREE_PLACES', value: 3, points: 23 },
        ],
      },
    ]);
  });

  it.each([
    ['ROLE', [mentor('x', { mentorRole: 'CAREGIVER_MENTOR' })]],
    ['ROLE', []],
    ['ELIGIBILITY', [mentor('x', { eligible: false })]],
    ['CONFLICT', [mentor('x', { conflicts: ['person of a'] }), mentor('y', { personId: 'person of a' })]],
    ['LANGUAGE', [mentor('x', { languages: ['vi'] }), mentor('y', { eligible: false })]],
    ['TRIED_BEFORE', [mentor('x', { personId: 'asked' })]],
    ['AWAY', [mentor('x', { away: true }), mentor('y', { eligible: false })]],
    ['LIMIT', [mentor('x', { limits: ['TEENS'] })]],
    ['WISH', [mentor('x'), mentor('y', { limits: ['TEENS'] })]],
    ['AREA', [mentor('x', { traits: [{ kind: 'LIVED_EXPERIENCE', value: 'TEENS' }], areas: ['98101'] })]],
    ['HOURS', [mentor('x', { traits: [{ kind: 'LIVED_EXPERIENCE', value: 'TEENS' }], hours: [{ weekday: 1, from: '09:30', to: '12:00' }] })]],
    ['CAPACITY', [mentor('x', { load: 3 }), mentor('y', { languages: ['vi'] })]],
  ] as const)('names %s when that is what the nearest mentor fails', (because, mentors) => {
    const asking = need('a', { triedBefore: ['asked'], area: '98004', hours: [{ weekday: 1, from: '08:00', to: '10:00' }], wishes: because === 'CAPACITY' || because === 'TRIED_BEFORE' ? [] : [{ kind: 'LIVED_EXPERIENCE', value: 'TEENS', must: true }] });
    expect(proposeMatches({ needs: [asking], mentors: [...mentors], weights }).unmatched).toEqual([{ needId: 'a', because }]);
  });

  it.each([0, -2])('proposes nobody with a capacity of %i', (capacity) => {
    expect(proposeMatches({ needs: [need('a')], mentors: [mentor('x', { capacity }), mentor('y', { capacity, load: 1 })], weights }).unmatched).toEqual([{ needId: 'a', because: 'CAPACITY' }]);
  });

  it('takes hours that end before they begin for no time at all, and whoever has said no hours for free at all hours', () => {
    const between = (from: string, to: string) => [{ weekday: 1, from, to }];
    const asking = need('a', { hours: between('08:00', '12:00') });
    expect(proposeMatches({ needs: [asking], mentors: [mentor('x', { hours: between('11:00', '09:00') })], weights }).unmatched).toEqual([{ needId: 'a', because: 'HOURS' }]);
    expect(pairs([asking], [mentor('x', { hours: [...between('11:00', '09:00'), ...between('09:00', '10:00')] })])).toEqual([['a', 'x']]);
    expect(pairs([asking], [mentor('x', { hours: [] })])).toEqual([['a', 'x']]);
  });

  it('rules nobody out while the languages of a need are unknown', () => {
    expect(pairs([need('a', { languages: [], firstLanguages: [] })], [mentor('x', { languages: ['vi'] })])).toEqual([['a', 'x']]);
  });
});

/** Every way to give each need a mentor or none, and the best of them by count, then by points. */
function bestByTryingAll(all: readonly Need[], mentors: readonly Mentor[]): { count: number; points: number } {
  const taken = new Map<Mentor, Need[]>(mentors.map((mentor) => [mentor, []]));
  const worth = (): { count: number; points: number } => {
    const chosen = [...taken].flatMap(([mentor, needs]) => proposeAll(needs, mentor));
    return { count: chosen.length, points: chosen.reduce((sum, points) => sum + points, 0) };
  };
  const better = (one: { count: number; points: number }, other: { count: number; points: number }) => (other.count - one.count || other.points - one.points) > 0 ? other : one;
  const tryFrom = (index: number): { count: number; points: number } => {
    const next = all[index];
    if (!next) return worth();
    let best = tryFrom(index + 1);
    for (const [mentor, needs] of taken) {
      if (constraintBetween(next, mentor) !== null || needs.length + mentor.load >= mentor.capacity) continue;
      needs.push(next);
      best = better(best, tryFrom(index + 1));
      needs.pop();
    }
    return best;
  };
  return tryFrom(0);
}

/** The points of these needs at this mentor, one place after the other. */
const proposeAll = (needs: readonly Need[], mentor: Mentor): number[] =>
  needs.map((one, taken) => proposeMatches({ needs: [one], mentors: [{ ...mentor, load: mentor.load + taken }], weights }).proposals[0]?.score ?? 0);

/** How many cases each property is tried with, and how long that may take. */
const runs = (few = 100): { numRuns: number } => ({ numRuns: deep(few, 5_000) });
const longest = deep(30_000, 600_000);

describe('proposeMatches, whatever comes', () => {
  it('never exceeds a capacity, crosses a constraint or proposes twice for one need, and answers for every need', () => {
    fc.assert(
      fc.property(needs, mentors, (needs, mentors) => {
        const { proposals, unmatched } = proposeMatches({ needs, mentors, weights });
        expect([...proposals, ...unmatched].map(({ needId }) => needId).sort()).toEqual(needs.map(({ id }) => id).sort());
        for (const { needId, met } of proposals) expect(met.includes('WISH')).toBe(needs.find(({ id }) => id === needId)!.wishes.some(({ must }) => must));
        for (const one of needs) for (const other of mentors) expect(constraintsOf(one, other).failed[0] ?? null).toBe(constraintBetween(one, other));
        for (const { needId, mentorId } of proposals) expect(constraintBetween(needs.find(({ id }) => id === needId)!, mentors.find(({ id }) => id === mentorId)!)).toBeNull();
        for (const { id, load, capacity } of mentors) expect(load + proposals.filter(({ mentorId }) => mentorId === id).length).toBeLessThanOrEqual(Math.max(load, capacity));
      }),
      runs(),
    );
  }, longest);

  it('answers the same in whatever order needs and mentors come', () => {
    const shuffled = <Item>(items: fc.Arbitrary<Item[]>) => items.chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })));
    fc.assert(
      fc.property(shuffled(needs), shuffled(mentors), ([needs, otherNeeds], [mentors, otherMentors]) => {
        expect(proposeMatches({ needs: otherNeeds, mentors: otherMentors, weights })).toEqual(proposeMatches({ needs, mentors, weights }));
      }),
      runs(),
    );
  }, longest);

  it('finds as many matches, worth as many points, as trying every way does', () => {
    fc.assert(
      fc.property(fc.tuple(needs, mentors).map(([needs, mentors]) => [needs.slice(0, 4), mentors.slice(0, 4)] as const), ([needs, mentors]) => {
        const { proposals } = proposeMatches({ needs, mentors, weights });
        expect({ count: proposals.length, points: proposals.reduce((sum, { score }) => sum + score, 0) }).toEqual(bestByTryingAll(needs, mentors));
      }),
      runs(60),
    );
  }, longest);

  it('R41 decides the same whatever mentors say of themselves, and whatever else is known of people, where no family asked', () => {
    const known = fc.record({ race: fc.string(), religion: fc.string(), sexualOrientation: fc.string(), genderIdentity: fc.string(), disability: fc.boolean() });
    fc.assert(
      fc.property(needs, mentors, known, (asking, telling, trait) => {
        const silent = asking.map((one) => ({ ...one, wishes: [] }));
        const told = { needs: silent.map((one) => ({ ...one, ...trait })), mentors: telling.map((one) => ({ ...one, ...trait })), weights };
        expect(proposeMatches(told)).toEqual(proposeMatches({ needs: silent, mentors: telling.map((one) => ({ ...one, traits: [], limits: [] })), weights }));
      }),
      runs(),
    );
  }, longest);

  it('never passes over the longest wait of equals', () => {
    const waits = fc.array(fc.integer({ min: 25, max: 90 }), { minLength: 2, maxLength: 8 }); // from 30 days on they bring as many points
    const capacities = fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(waits, fc.integer({ min: 0, max: 5 }), capacities, fc.nat(), (waits, newcomers, capacities, seed) => {
        const alike = waits.map((waitingDays, at) => need(`alike ${at}`, { firstLanguages: [], waitingDays }));
        const worthMore = Array.from({ length: newcomers }, (_, at) => need(`new ${at}`)); // they come last, and take the place of somebody
        const mentors = capacities.map((capacity, at) => mentor(`mentor ${at}`, { capacity }));
        const served = new Set(proposeMatches({ needs: [...worthMore, ...alike], mentors, weights, seed }).proposals.map(({ needId }) => needId));
        const [taken, left] = [alike.filter(({ id }) => served.has(id)), alike.filter(({ id }) => !served.has(id))].map((group) => group.map(({ waitingDays }) => waitingDays));
        if (taken!.length > 0 && left!.length > 0) expect(Math.min(...taken!)).toBeGreaterThanOrEqual(Math.max(...left!));
      }),
      runs(200),
    );
  }, longest);

  it('proves every answer, and draws the same lots for the same seed', () => {
    fc.assert(
      fc.property(needs, mentors, fc.nat(), (needs, mentors, seed) => {
        const result = proposeMatches({ needs, mentors, weights, seed });
        expect(result.certificate.optimal).toBe(true);
        expect(proposeMatches({ needs, mentors, weights, seed })).toEqual(result);
        expect(proposeMatches({ needs, mentors, weights, seed: seed + 1 }).certificate.points).toBe(result.certificate.points);
      }),
      runs(),
    );
  }, longest);
});

describe('what a family asked for', () => {
  const woman = { kind: 'GENDER', value: 'woman' } as const;

  it('R41 weighs a trait where it was asked for, and says what was traded off', () => {
    const mentors = [mentor('x', { load: 2, traits: [woman] }), mentor('y')];
    expect(pairs([need('a')], mentors)).toEqual([['a', 'y']]);
    expect(pairs([need('a', { wishes: [{ ...woman, must: false }] })], mentors)).toEqual([['a', 'x']]);
    const { proposals } = proposeMatches({ needs: [need('a', { wishes: [{ ...woman, must: false }] })], mentors: mentors.slice(1), weights });
    expect(proposals).toMatchObject([{ mentorId: 'y', missedWishes: [woman] }]);
  });

  it('is served by nobody rather than without it, where it must be', () => {
    expect(pairs([need('a', { wishes: [{ ...woman, must: true }] })], [mentor('y')])).toEqual([]);
  });

  it('comes to an area in whatever letters it is written', () => {
    const far = need('a', { area: 'North End' });
    expect(proposeMatches({ needs: [far], mentors: [mentor('x', { areas: ['South End'] })], weights })).toMatchObject({ proposals: [], unmatched: [{ because: 'AREA' }] });
    expect(proposeMatches({ needs: [far], mentors: [mentor('x', { areas: ['north end '] })], weights })).toMatchObject({ proposals: [{ needId: 'a', met: expect.arrayContaining(['AREA']) }] });
  });

  it('says of the runner-up whether less spoke for them, or another family needed them', () => {
    const [x, y] = [mentor('x', { capacity: 1, languages: ['en', 'so'] }), mentor('y', { capacity: 1, languages: ['so'] })];
    const runnersUp = (needs: Need[], mentors: Mentor[]) => proposeMatches({ needs, mentors, weights }).proposals.map(({ needId, runnerUp }) => [needId, runnerUp?.because ?? null]);
    expect(runnersUp([need('a', { languages: ['so'], firstLanguages: ['so'] })], [x, { ...y, capacity: 2, load: 1 }])).toEqual([['a', 'FEWER_POINTS']]);
    const both = need('a', { languages: ['so', 'en'], firstLanguages: ['en'], waitingDays: 9 });
    expect(runnersUp([both, need('b', { languages: ['en'] })], [x, y])).toEqual([
      ['a', 'BETTER_FOR_ANOTHER'],
      ['b', null],
    ]);
    expect(runnersUp([both, need('b', { languages: ['en'] }), need('c', { languages: ['en'], waitingDays: 3 })], [x, y])).toEqual([
      ['a', 'ONLY_ONE_FOR_ANOTHER'],
      ['c', null],
    ]);
  });

  it('says of two who are wanted alike that as much speaks for either, and not that anybody would be left with nobody', () => {
    const alike = proposeMatches({ needs: [need('a'), need('b'), need('c')], mentors: [mentor('x', { capacity: 1 }), mentor('y', { capacity: 1 })], weights });
    expect(alike.proposals.map(({ runnerUp }) => runnerUp?.because)).toEqual(['AS_GOOD', 'AS_GOOD']);
  });

  it('says nothing of a runner-up that is not so', () => {
    const language = fc.subarray(['en', 'so', 'es'], { minLength: 1 });
    const families = fc.array(fc.record({ languages: language, waitingDays: fc.nat(40) }), { minLength: 1, maxLength: 6 });
    const peers = fc.array(fc.record({ languages: language, capacity: fc.integer({ min: 1, max: 2 }) }), { minLength: 1, maxLength: 4 });
    const said = new Set<string>();
    fc.assert(
      fc.property(families, peers, (some, others) => {
        const needs = some.map((about, at) => need(`n${at}`, { ...about, firstLanguages: about.languages.slice(0, 1) }));
        const mentors = others.map((about, at) => mentor(`m${at}`, about));
        const { proposals } = proposeMatches({ needs, mentors, weights });
        for (const { needId, score, runnerUp } of proposals) {
          if (!runnerUp) continue;
          said.add(runnerUp.because);
          const { mentorId, because } = runnerUp;
          // What the others would have if this one came to the runner-up.
          const rest = proposeMatches({ needs: needs.filter(({ id }) => id !== needId), mentors: mentors.map((one) => (one.id === mentorId ? { ...one, load: one.load + 1 } : one)), weights });
          if (because === 'ONLY_ONE_FOR_ANOTHER') expect(1 + rest.proposals.length).toBeLessThan(proposals.length);
          else if (because === 'FEWER_POINTS') expect(runnerUp.score).toBeLessThan(score);
          else if (because === 'AS_GOOD') expect(runnerUp.score).toBe(score);
          else expect(runnerUp.score).toBeGreaterThanOrEqual(score);
          if (because === 'BETTER_FOR_ANOTHER') expect(proposals.filter((one) => one.mentorId === mentorId)).toHaveLength(mentors.find(({ id }) => id === mentorId)!.capacity);
        }
      }),
      runs(300),
    );
    expect([...said].sort()).toEqual(['AS_GOOD', 'BETTER_FOR_ANOTHER', 'FEWER_POINTS', 'ONLY_ONE_FOR_ANOTHER']);
  }, longest);

  it('refuses a weight that is no number, or below 0', () => {
    for (const room of [Number.NaN, -1, 1.5, Number.POSITIVE_INFINITY]) expect(() => proposeMatches({ needs: [], mentors: [], weights: { ...weights, room } })).toThrow(expect.objectContaining({ code: 'MATCHING.WEIGHTS_INVALID' }));
  });
});
