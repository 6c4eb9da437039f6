import { DomainError } from '@fc/domain-kernel';

export const alreadyAgreed = (): DomainError => new DomainError('MEETINGS.ALREADY_AGREED', 'Both families have agreed on this already.');
export const ownProposal = (): DomainError => new DomainError('MEETINGS.OWN_PROPOSAL', 'This was proposed by your own family. The other family agrees, or proposes something else.');
export const reviewDayWrong = (): DomainError => new DomainError('MEETINGS.REVIEW_DAY', 'Choose a day from tomorrow on, within a year, on which you look at it again.');
export const notTheNewest = (): DomainError => new DomainError('MEETINGS.PROPOSED_ANEW', 'There is a newer proposal. Please look at that one.');
export const notAgreed = (): DomainError => new DomainError('MEETINGS.NOT_AGREED', 'Only what both families have agreed on can be kept.');
export const notApproved = (): DomainError => new DomainError('MEETINGS.NOT_APPROVED', 'Both families approve these words before they go out.');
export const alreadySent = (): DomainError => new DomainError('MEETINGS.ALREADY_SENT', 'This has gone out already. Write a new one to say something else.');
export const notAProfessional = (): DomainError => new DomainError('MEETINGS.NOT_A_PROFESSIONAL', 'It goes to people who work with the two families: name at least one of them, and nobody else.');
export const rewordedMeanwhile = (): DomainError => new DomainError('CHANGED_MEANWHILE', 'Somebody else has changed this meanwhile. Look at it again, then repeat your change.');

/** What the database's own constraints mean here. */
export const agreementRefusals = { relationship_agreement_one_revision: rewordedMeanwhile };
