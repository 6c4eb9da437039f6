import { randomInstance, type Instance, type Size } from '@fc/matching/engine';

/** A random instance with its needs in the order in which a run has them, the longest wait first, so that it is the same who comes first for everybody. `waiting` are whole days of each need. */
export function instanceByWait(size: Size): { readonly instance: Instance; readonly waiting: readonly number[] } {
  const { places, choices, waiting } = randomInstance(size);
  const order = [...waiting.keys()].sort((one, other) => waiting[other]! - waiting[one]! || one - other); // needs of that instance, here and below
  return { instance: { places, choices: order.map((need) => choices[need]!) }, waiting: order.map((need) => waiting[need]!) };
}
