import { DomainError } from '@fc/domain-kernel';

export const whoseStrength = (): DomainError => new DomainError('MEETINGS.WHOSE_STRENGTH', 'Say whose it is: either one of the two families, or one child.');
export const ofAChild = (): DomainError => new DomainError('MEETINGS.OF_A_CHILD', 'Both families know it already while the child joins them.');
