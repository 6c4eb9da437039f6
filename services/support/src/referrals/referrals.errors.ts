import { DomainError } from '@fc/domain-kernel';

export const referralClosed = (): DomainError => new DomainError('SUPPORT.REFERRAL_CLOSED', 'This referral has come to its end already.');

export const alreadyAccepted = (): DomainError => new DomainError('SUPPORT.REFERRAL_ALREADY_ACCEPTED', 'This referral has been accepted already.');

export const notAccepted = (): DomainError => new DomainError('SUPPORT.REFERRAL_NOT_ACCEPTED', 'The service begins once the person has accepted it.');
