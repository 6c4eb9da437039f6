import { DomainError } from '@fc/domain-kernel';

/** It was tampered with, belongs elsewhere, or its key is gone: trying again will not help. */
export const unreadable = (cause?: unknown): DomainError => new DomainError('PROTECTED_UNREADABLE', 'This is protected and cannot be read any more. Please tell your coordinator.', { cause });

/** Whoever keeps the keys does not answer: nothing is shown and nothing is written. */
export const unavailable = (cause?: unknown): DomainError =>
  new DomainError('PROTECTED_UNAVAILABLE', 'What is protected can be neither read nor changed at the moment; nothing was saved. Please try again in a few minutes.', { cause });

export const personErased = (): DomainError => new DomainError('PERSON_ERASED', 'This person has been erased. Nothing is recorded of them any more.');
