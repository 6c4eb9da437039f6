import { DomainError } from '@fc/domain-kernel';

export const caseStillOpen = (): DomainError => new DomainError('IDENTITY.CASE_STILL_OPEN', 'This is for the time after the case. Until then your caseworker can help you to stay in touch.');

export const afterCaseRefusals = {
  after_case_consent_one_each: () => new DomainError('IDENTITY.CONSENT_ALREADY_GIVEN', 'This person has agreed to this already.'),
};
