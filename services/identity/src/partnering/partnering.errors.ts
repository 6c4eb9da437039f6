import { DomainError } from '@fc/domain-kernel';

export const nothingToPartnerIn = (): DomainError => new DomainError('IDENTITY.NO_WAY_TO_PARTNER', 'Name at least one way in which you would work together with parents.');
export const waysOfTheUnwilling = (): DomainError => new DomainError('IDENTITY.NOT_YET_WILLING', 'Either you are not ready for it yet, or there are ways in which you would do it. Leave one of the two out.');
