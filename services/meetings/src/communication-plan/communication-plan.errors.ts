import { DomainError } from '@fc/domain-kernel';

export const noPlanYet = (): DomainError => new DomainError('MEETINGS.NO_PLAN_YET', 'The two families make their first plan in the Connections Meeting. After that either of them can propose another.');
