import { DomainError } from '@fc/domain-kernel';

export const noSuchChildHere = (): DomainError => new DomainError('MEETINGS.NOT_THIS_CHILD', 'This child is not one of those whom the two families have in common at present.');
export const consentNeeded = (): DomainError => new DomainError('MEETINGS.CONSENT_NEEDED', 'Ask whoever told it whether you may write this down, and whether for this home alone or for later ones too. Then say which.');
export const toldToOneHome = (): DomainError => new DomainError('MEETINGS.TOLD_TO_ONE_HOME', 'Somebody else told this to one home alone. You can tell it anew in your own words.');

/** What the database's own constraints mean here. */
export const childProfileRefusals = {
  profile_renewal_one_each: () => new DomainError('CHANGED_MEANWHILE', 'Somebody else has changed this meanwhile. Look at it again, then repeat your change.'),
  child_profile_entry_one_revision: () => new DomainError('CHANGED_MEANWHILE', 'Somebody else has changed this meanwhile. Look at it again, then repeat your change.'),
};
