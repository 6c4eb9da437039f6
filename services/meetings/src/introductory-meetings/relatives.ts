import { DomainError, type Id } from '@fc/domain-kernel';

/** A first meeting is of two families, and no gathering. */
const most = 4;

/** Who of the relatives comes to a first meeting, each once. Throws `MEETINGS.TOO_MANY_RELATIVES`. */
export function requireFewRelatives(relativeIds: readonly Id<'Person'>[]): Id<'Person'>[] {
  const relatives = [...new Set(relativeIds)];
  if (relatives.length > most) throw new DomainError('MEETINGS.TOO_MANY_RELATIVES', 'Name at most four relatives for the first meeting.');
  return relatives;
}
