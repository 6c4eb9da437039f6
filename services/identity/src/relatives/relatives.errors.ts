import { DomainError } from '@fc/domain-kernel';

export const notToBeNotified = (): DomainError => new DomainError('IDENTITY.NOT_TO_BE_NOTIFIED', 'This is no relative of the child. Record whether they could care for the child instead.');
export const noticeAlreadySent = (): DomainError => new DomainError('IDENTITY.NOTICE_SENT', 'This relative has been notified already.');
export const noticeWaived = (): DomainError => new DomainError('IDENTITY.NOTICE_WAIVED', 'This relative gets no notice, for a recorded reason.');
export const neverRemoved = (): DomainError => new DomainError('IDENTITY.NOT_IN_CARE', 'This child has not been removed from home.');
