import { DomainError } from '@fc/domain-kernel';

export const notInCare = (): DomainError => new DomainError('IDENTITY.NOT_IN_CARE', 'This child is not in foster care.');
export const alreadyInCare = (): DomainError => new DomainError('IDENTITY.ALREADY_IN_CARE', 'This child is in foster care already.');
export const alreadyPlacedThere = (): DomainError => new DomainError('IDENTITY.ALREADY_PLACED_THERE', 'The child lives in this household already. If the kind of placement has changed, change its type.');
export const placementEnded = (): DomainError => new DomainError('IDENTITY.PLACEMENT_ENDED', 'This placement has ended.');
export const alreadyOfThisType = (): DomainError => new DomainError('IDENTITY.ALREADY_OF_THIS_TYPE', 'This placement is of this type already.');
export const stayIsNoPlacement = (): DomainError => new DomainError('IDENTITY.STAY_IS_NO_PLACEMENT', 'A stay and a placement do not become each other. Place the child, or end the stay.');
export const noStay = (): DomainError => new DomainError('IDENTITY.NO_STAY', 'This child is on no stay beside the placement.');
export const householdNeeded = (): DomainError => new DomainError('IDENTITY.HOUSEHOLD_NEEDED', 'Name the caregiver household of this family home.');
export const noHouseholdThere = (): DomainError => new DomainError('IDENTITY.NO_HOUSEHOLD_THERE', 'There is no caregiver household in a placement of this type.');
export const placementOutside = (): DomainError => new DomainError('IDENTITY.PLACEMENT_OUTSIDE', 'A placement would lie outside of this stay in foster care. Correct the placement first.');

/** What the database's own constraints mean here. */
export const placementRefusals = {
  foster_care_episode_one_open: alreadyInCare,
};
