import { DomainError } from '@fc/domain-kernel';

export const nothingToCorrect = (): DomainError => new DomainError('IDENTITY.NOTHING_TO_CORRECT', 'This is what is written here already.');
