import { DomainError } from '@fc/domain-kernel';

/** One sentence for every reason: a legal hold may be about somebody who must not learn of it. */
export const erasureNotPossible = (): DomainError => new DomainError('IDENTITY.ERASURE_NOT_POSSIBLE', 'This person’s records cannot be erased at present. Please ask a program supervisor.');

/** What the database's own constraints mean here. */
export const erasureRefusals = {
  erasure_one_open: () => new DomainError('IDENTITY.ERASURE_REQUESTED_ALREADY', 'Somebody has asked for this already.'),
};
