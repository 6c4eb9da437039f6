import { DomainError } from '@fc/domain-kernel';

export const progressWithdrawn = (): DomainError => new DomainError('MEETINGS.PROGRESS_WITHDRAWN', 'You have withdrawn this. Write it anew to share it again.');
