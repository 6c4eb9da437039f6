import { DomainError } from '@fc/domain-kernel';

export const noReviewBoard = (): DomainError => new DomainError('MEETINGS.NO_REVIEW_BOARD', 'This county has no Citizen Review Board. The court reviews the case.');
const list = new Intl.ListFormat('en', { type: 'conjunction' });
export const noSuchHearingType = (known: readonly { readonly key: string; readonly name: string }[]): DomainError =>
  new DomainError('MEETINGS.NO_SUCH_HEARING_TYPE', known.length > 0 ? `This county has these hearings: ${list.format(known.map(({ key, name }) => `${name} (${key})`))}.` : 'This county names no types of hearings. Leave the type out.');
export const hearingKindNeeded = (): DomainError => new DomainError('MEETINGS.HEARING_KIND_NEEDED', 'Say who reviews the case, or which of your county’s hearings it is.');
export const otherKindOfHearing = (name: string): DomainError => new DomainError('MEETINGS.OTHER_KIND_OF_HEARING', `“${name}” is held by somebody else in this county.`);
export const statementBrought = (): DomainError => new DomainError('MEETINGS.STATEMENT_BROUGHT', 'A statement of both families has gone to this hearing already.');
export const statementOfOthers = (): DomainError => new DomainError('MEETINGS.STATEMENT_OF_OTHERS', 'This statement is about another connection than the hearing.');
export const noSuchTask = (): DomainError => new DomainError('MEETINGS.NO_SUCH_TASK', 'This is not on your list for the hearing.');
export const hearingNotHeld = (): DomainError => new DomainError('MEETINGS.HEARING_NOT_HELD', 'What a hearing found is recorded after it was held.');
export const courtDecides = (): DomainError => new DomainError('MEETINGS.COURT_DECIDES', 'Only a Citizen Review Board recommends to the judge. Record what the court has said as a finding.');
export const outcomeDoesNotFit = (): DomainError => new DomainError('MEETINGS.OUTCOME_DOES_NOT_FIT', 'A recommendation is taken up by the judge or not; a finding brings a service or not.');

/** Why nothing more can be done with a hearing that is not planned. */
export const hearingOver = (status: 'HELD' | 'CANCELLED'): DomainError =>
  status === 'HELD' ? new DomainError('MEETINGS.HEARING_HELD', 'This hearing has been held already.') : new DomainError('MEETINGS.HEARING_CANCELLED', 'This hearing was cancelled.');

/** What the database's own constraints mean here. */
export const reviewHearingRefusals = {
  review_hearing_one_at_a_time: () => new DomainError('MEETINGS.HEARING_KNOWN', 'A hearing at this time is known already.'),
};
