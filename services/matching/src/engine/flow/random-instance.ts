import type { Instance } from './instance.ts';

/** How large an instance is. */
export interface Size {
  readonly needs: number;
  readonly mentors: number;
  /** Places of one mentor: 1 to so many. */
  readonly most: number;
  /** Mentors who may come to one need. */
  readonly candidates: number;
  readonly seed: number;
}

/** Numbers from 0 up to 1 that a seed determines (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** An instance as a county's could look, the same for the same size and seed; `waiting` are whole days of each need: for demonstrations, tests and benches. */
export function randomInstance({ needs, mentors, most, candidates, seed }: Size): Instance & { readonly waiting: readonly number[] } {
  const random = seeded(seed);
  const below = (limit: number): number => Math.floor(random() * limit);
  const places = Array.from({ length: mentors }, () => {
    const free = 1 + below(most);
    return Array.from({ length: free }, (_, taken) => Math.round((30 * (free - taken)) / free));
  });
  const waiting = Array.from({ length: needs }, () => below(31));
  const choices = waiting.map((days) => {
    const urgency = Math.round((20 * days) / 30);
    const known = new Set<number>();
    while (known.size < Math.min(candidates, mentors)) known.add(below(mentors));
    const chosen = Int32Array.from(known);
    return { mentors: chosen, points: chosen.map(() => urgency + below(51)) };
  });
  return { places, choices, waiting };
}
