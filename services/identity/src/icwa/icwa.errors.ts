import { DomainError } from '@fc/domain-kernel';

export const preferenceNeeded = (): DomainError => new DomainError('IDENTITY.ICWA_PREFERENCE_NEEDED', 'The Indian Child Welfare Act may apply to this child. Say where this placement stands in the order of preference.');
export const findingNeeded = (): DomainError => new DomainError('IDENTITY.ICWA_FINDING_NEEDED', 'A departure from the order of preference needs what the court found, when, and by which standard of proof.');
export const findingNotNeeded = (): DomainError => new DomainError('IDENTITY.ICWA_FINDING_NOT_NEEDED', 'A finding belongs to a departure from the order of preference alone.');

/** What the database's own constraints mean here. */
export const icwaRefusals = {
  tribe_one_name: () => new DomainError('IDENTITY.TRIBE_KNOWN', 'This tribe is registered already.'),
};
