import { DomainError, forbidden } from '@fc/domain-kernel';

export const groundNeeded = (): DomainError => new DomainError('MEETINGS.GROUND_NEEDED', 'Say for what somebody is treated worse; choose at least one.');
export const concernAnswered = (): DomainError => new DomainError('MEETINGS.CONCERN_ANSWERED', 'This has been answered already.');
export const ownConcern = (): DomainError => forbidden('Another program supervisor answers what you raised yourself.');
