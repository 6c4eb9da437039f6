import { constraintBetween } from './constraints.ts';
import type { Couple } from './exact/coupled.ts';
import type { Choices, Instance } from './flow/instance.ts';
import type { MatchingProblem, Mentor, Need, Weights } from './matching-problem.ts';
import { pairPoints, placesOf } from './score.ts';

/** What a run is of: the instance for the solver, and who stands behind its numbers. */
export interface Posed {
  readonly waiting: readonly Need[];
  readonly available: readonly Mentor[];
  readonly instance: Instance;
  /** Of the needs whose mentors will lead together, those that are both in the instance. */
  readonly couples: readonly Couple[];
}

/** The instance that these needs and mentors make, in an order that their ids and the seed decide. */
export function pose({ needs, mentors, weights, seed = 0, together }: MatchingProblem): Posed {
  const lots = byLot(seed);
  const waiting = [...needs].sort((one, other) => other.waitingDays - one.waitingDays || lots(one, other));
  const available = [...mentors].sort(lots);
  const rowOf = new Map(waiting.map(({ id }, row) => [id, row]));
  const couples = (together?.pairs ?? []).flatMap(({ parentNeedId, householdNeedId }) => {
    const [parent, household] = [rowOf.get(parentNeedId), rowOf.get(householdNeedId)];
    return parent === undefined || household === undefined ? [] : [{ parent, household }];
  });
  couples.sort((one, other) => one.parent - other.parent || one.household - other.household);
  return { waiting, available, couples, instance: { places: available.map((mentor) => placesOf(mentor, weights)), choices: waiting.map((need) => choicesOf(need, available, weights)) } };
}

function choicesOf(need: Need, available: readonly Mentor[], weights: Weights): Choices {
  const possible = available.flatMap((mentor, index) => (constraintBetween(need, mentor) === null ? [index] : []));
  return { mentors: Int32Array.from(possible), points: Int32Array.from(possible, (index) => pairPoints(need, available[index]!, weights)) }; // an index of that very list
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
