import { DomainError } from '@fc/domain-kernel';

export const notAfterwards = (): DomainError => new DomainError('MEETINGS.NOT_AFTERWARDS', 'You invite so once the case is closed and both families have agreed to stay in touch.');
