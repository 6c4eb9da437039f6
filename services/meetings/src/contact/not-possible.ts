import { DomainError } from '@fc/domain-kernel';

/** All that anybody is told of a suspension: it names no order, no investigation and no address program. */
export const NOT_POSSIBLE = 'This is not possible at present. Please ask your caseworker.';

/** The same refusal as the contact ledger's own, so that the two cannot be told apart. */
export const notPossibleAtPresent = (): DomainError => new DomainError('CONTACT_NOT_POSSIBLE', NOT_POSSIBLE);
