import { DomainError, type Id } from '@fc/domain-kernel';

/** Two different people, the smaller id first. */
export type Pair = readonly [Id<'Person'>, Id<'Person'>];

/** Throws `IDENTITY.PAIR_OF_TWO`. */
export function pairOf(personIds: readonly Id<'Person'>[]): Pair {
  const [one, other] = personIds;
  if (!one || !other || personIds.length !== 2 || one === other) throw new DomainError('IDENTITY.PAIR_OF_TWO', 'This is about two different people.');
  return one < other ? [one, other] : [other, one];
}
