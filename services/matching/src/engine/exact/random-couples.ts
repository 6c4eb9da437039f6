import { randomInstance, seeded } from '../flow/random-instance.ts';
import type { CoupledInstance } from './coupled.ts';

/** How large a coupled instance is. */
export interface CouplesSize {
  readonly couples: number;
  /** On each side. */
  readonly mentors: number;
  /** Everybody is free on one or two of so many days. */
  readonly days: number;
  readonly seed: number;
  /** Mentors who may come to one need. */
  readonly candidates?: number;
}

/** Couples of a first half of needs and a second, whose mentors are the first and the second half of mentors; the same for the same size and seed: for tests and benches. */
export function randomCouples({ couples, mentors, days, seed, candidates = 4 }: CouplesSize): CoupledInstance {
  const [ones, others] = [1, 2].map((half) => randomInstance({ needs: couples, mentors, most: 2, candidates, seed: seed * 10 + half }));
  const random = seeded(seed);
  const freeOn = Array.from({ length: 2 * mentors }, () => new Set([Math.floor(random() * days), Math.floor(random() * days)]));
  return {
    instance: { places: [...ones!.places, ...others!.places], choices: [...ones!.choices, ...others!.choices.map(({ points, mentors: each }) => ({ points, mentors: each.map((mentor) => mentor + mentors) }))] },
    couples: Array.from({ length: couples }, (_, index) => ({ parent: index, household: couples + index })),
    quotas: [],
    together: (one, other) => [...freeOn[one]!].some((day) => freeOn[other]!.has(day)),
  };
}
