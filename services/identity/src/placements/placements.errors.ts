import { DomainError } from '@fc/domain-kernel';

export const notInCare = (): DomainError => new DomainError('IDENTITY.NOT_IN_CARE', 'This child is not in foster care.');
export const alreadyInCare = (): DomainError => new DomainError('IDENTITY.ALREADY_IN_CARE', 'This child is in foster care already.');

/** What the database's own constraints mean here. */
export const placementRefusals = {
  foster_care_episode_one_open: alreadyInCare,
};
