import { describe, expect, it } from '@jest/globals';
import { constraintBetween } from '../constraints.ts';
import { seeded } from '../flow/random-instance.ts';
import type { MatchingProblem, Mentor, Need } from '../matching-problem.ts';
import { proposeMatches } from '../propose-matches.ts';
import { proposeTogether } from '../propose-together.ts';
import { pose } from './pose.ts';
import { solvePosed } from './solve-posed.ts';

const weights = { version: 1, firstLanguage: 50, room: 30, waiting: 20, wishes: 40, hours: 10 };
const languages = ['en', 'es', 'so'];

/** Everybody speaks one of three languages; two in three mentors have a wish of the families. */
function county(needs: number, mentors: number, seed: number): MatchingProblem {
  const random = seeded(seed);
  const below = (limit: number): number => Math.floor(random() * limit);
  const spoken = (): string[] => [languages[below(3)]!];
  const wish = { kind: 'LIVED_EXPERIENCE', value: 'TEENS' } as const;
  return {
    needs: Array.from({ length: needs }, (_, at): Need => ({ id: `n${at}`, mentorRole: 'PARENT_ALLY', languages: spoken(), firstLanguages: spoken(), closeTo: [], triedBefore: [], waitingDays: below(40), wishes: random() < 0.5 ? [{ ...wish, must: random() < 0.3 }] : [], hours: [], area: null, coLeaders: [] })),
    mentors: Array.from({ length: mentors }, (_, at): Mentor => ({ id: `m${at}`, personId: `p${at}`, mentorRole: 'PARENT_ALLY', languages: [...spoken(), ...spoken()], capacity: 1 + below(2), load: 0, eligible: random() < 0.9, conflicts: [], away: false, traits: random() < 0.7 ? [wish] : [], limits: [], hours: [], areas: [] })),
    weights,
  };
}

/** Says yes from the second question on. */
function soon(): () => boolean {
  let asked = 0;
  return () => (asked += 1) > 1;
}

/** Nobody is proposed to who may not be, everybody is answered for, and whoever has nobody could have nobody: what is wrong with that. */
function wrongsOf({ needs, mentors }: MatchingProblem, { proposals, unmatched }: ReturnType<typeof proposeMatches>): string[] {
  const needOf = new Map(needs.map((need) => [need.id, need]));
  const now = mentors.map((mentor) => ({ ...mentor, load: proposals.filter(({ mentorId }) => mentorId === mentor.id).length }));
  const before = new Map(mentors.map((mentor) => [mentor.id, mentor]));
  const forbidden = proposals.filter(({ needId, mentorId }) => constraintBetween(needOf.get(needId)!, before.get(mentorId)!) !== null).map(({ needId }) => `${needId} may not come there`);
  const beside = unmatched.filter(({ needId }) => now.some((mentor) => constraintBetween(needOf.get(needId)!, mentor) === null)).map(({ needId }) => `${needId} is left out beside a free place`);
  const over = now.filter(({ load, capacity }) => load > capacity).map(({ id }) => `${id} has too many`);
  const reasons = unmatched.filter(({ needId, because }) => (because === 'CAPACITY') !== mentors.some((mentor) => constraintBetween(needOf.get(needId)!, mentor) === null)).map(({ needId, because }) => `${needId} is not left out by ${because}`);
  return [...forbidden, ...beside, ...over, ...reasons, ...(proposals.length + unmatched.length === needs.length ? [] : ['somebody is not answered for'])];
}

describe('a run that cannot look at everybody', () => {
  it('S02 that is cut short while it looks keeps what it has, gives whoever it has not looked at a free place, and says how far off it can be', () => {
    for (let seed = 1; seed <= 6; seed += 1) {
      const problem = county(400, seed % 2 === 0 ? 200 : 320, seed);
      const [whole, short] = [proposeMatches(problem), proposeMatches(problem, soon())];
      expect([wrongsOf(problem, whole), wrongsOf(problem, short)]).toEqual([[], []]);
      expect([whole.cutShort, short.cutShort, short.certificate.optimal]).toEqual([false, true, false]);
      expect(short.proposals.length).toBe(short.certificate.served);
      const most = short.certificate.served + short.certificate.moreServed;
      expect(whole.certificate.served).toBeLessThanOrEqual(most);
      expect(short.gap).toBeCloseTo(short.certificate.moreServed / most);
      expect(short.proposals.every(({ runnerUp }) => runnerUp !== null)).toBe(true); // somebody else was possible for each of them
    }
  });

  it('says of a run for two who will lead together, too, what it has not looked at', async () => {
    const { needs, ...rest } = county(200, 150, 7);
    const problem = { ...rest, needs, together: { minutes: 60, pairs: [] } };
    const result = await proposeTogether(problem, { seconds: 0 });
    expect(wrongsOf(problem, result)).toEqual([]);
    expect(result).toMatchObject({ cutShort: true, certificate: { optimal: false } });
    expect(result.gap).toBeGreaterThan(0);
  });

  it('keeps those with the most points for each where there are too many pairs, and claims no more than their prices prove', () => {
    for (let seed = 1; seed <= 6; seed += 1) {
      const problem = county(60, seed % 2 === 0 ? 400 : 90, seed);
      const [all, few] = [{}, { mostPairs: 1 }].map((options) => solvePosed(pose(problem, options), () => false)) as [ReturnType<typeof solvePosed>, ReturnType<typeof solvePosed>];
      const edges = few.posed.instance.choices.map(({ mentors, points, beyond }) => [mentors.length <= 64, beyond === undefined || Math.min(...points) >= beyond.points]);
      expect(edges).toEqual(edges.map(() => [true, true]));
      const [{ served, points }, { certificate }] = [all.free.certificate, few.free];
      expect([all.free.certificate.optimal, served - certificate.served <= certificate.moreServed]).toEqual([true, true]);
      if (certificate.served === served) expect(points - certificate.points).toBeLessThanOrEqual(certificate.morePoints ?? Number.POSITIVE_INFINITY);
      if (certificate.optimal) expect(certificate).toMatchObject({ served, points });
    }
  });
});
