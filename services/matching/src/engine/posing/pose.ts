import type { Couple } from '../exact/coupled.ts';
import type { Choices, Instance } from '../flow/instance.ts';
import type { MatchingProblem, Mentor, Need } from '../matching-problem.ts';
import { placesOf } from '../score.ts';
import { Candidates } from './candidates.ts';

/** What a run is of: the instance for the solver, and who stands behind its numbers. */
export interface Posed {
  readonly waiting: readonly Need[];
  readonly available: readonly Mentor[];
  readonly candidates: Candidates;
  readonly instance: Instance;
  /** Of the needs whose mentors will lead together, those that are both in the instance. */
  readonly couples: readonly Couple[];
  /** Whether time was up before everybody was looked at. */
  readonly cutShort: boolean;
}

export interface PosingOptions {
  /** Asked now and then; once it says yes, mentors are looked for no longer. */
  readonly timeIsUp?: () => boolean;
  /** So many pairs of a need and a mentor are kept, or about. */
  readonly mostPairs?: number;
}

/** A few hundred megabytes in all that a run holds of them: more than a county of ten thousand who wait and a thousand mentors of each role has. */
const plenty = 12_000_000;

/** However many wait, so many mentors are kept for each. */
const leastEach = 64;

/** After so many needs the time is asked. */
const atOnce = 64;

/**
 * The instance that these needs and mentors make, in an order that their ids and the seed decide. Where there are too many pairs, each
 * need keeps those with the most points; once time is up, whoever is left is not looked at. Both are said in the choices (`beyond`).
 */
export function pose({ needs, mentors, weights, seed = 0, together }: MatchingProblem, { timeIsUp = () => false, mostPairs = plenty }: PosingOptions = {}): Posed {
  const lots = byLot(seed);
  const waiting = [...needs].sort((one, other) => other.waitingDays - one.waitingDays || lots(one, other));
  const available = [...mentors].sort(lots);
  const rowOf = new Map(waiting.map(({ id }, row) => [id, row]));
  const couples = (together?.pairs ?? []).flatMap(({ parentNeedId, householdNeedId }) => {
    const [parent, household] = [rowOf.get(parentNeedId), rowOf.get(householdNeedId)];
    return parent === undefined || household === undefined ? [] : [{ parent, household }];
  });
  couples.sort((one, other) => one.parent - other.parent || one.household - other.household);
  const candidates = new Candidates(available, weights);
  const each = Math.max(leastEach, Math.floor(mostPairs / waiting.length));
  let cutShort = false;
  const choices = waiting.map((need, row): Choices => {
    cutShort ||= row % atOnce === atOnce - 1 && timeIsUp();
    return cutShort ? candidates.unknown(need) : candidates.of(need, each, row);
  });
  return { waiting, available, candidates, couples, cutShort, instance: { places: available.map((mentor) => placesOf(mentor, weights)), choices } };
}

/** An order by lot: what an id draws depends on the seed and on nothing else. */
function byLot(seed: number): (one: { id: string }, other: { id: string }) => number {
  const drawn = new Map<string, number>();
  const lot = (id: string): number => {
    const known = drawn.get(id);
    if (known !== undefined) return known;
    let hash = 2_166_136_261 ^ seed;
    for (let at = 0; at < id.length; at += 1) hash = Math.imul(hash ^ id.charCodeAt(at), 16_777_619);
    hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
    drawn.set(id, hash >>> 0);
    return hash >>> 0;
  };
  return ({ id: one }, { id: other }) => lot(one) - lot(other) || (one < other ? -1 : one > other ? 1 : 0);
}
