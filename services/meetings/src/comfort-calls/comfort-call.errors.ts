import { DomainError } from '@fc/domain-kernel';
import { notPossibleAtPresent } from '../contact/not-possible.ts';
import type { CallParty, ComfortCallStatus } from './comfort-call.entity.ts';

const inWords: Record<CallParty, string> = { AGENCY: 'the agency', CASEWORKER: 'the caseworker', PARENT: 'the parent', CAREGIVER: 'the caregiver' };
const list = new Intl.ListFormat('en', { type: 'conjunction' });

export const buyInMissing = (missing: readonly CallParty[]): DomainError =>
  new DomainError('MEETINGS.BUY_IN_MISSING', `Before the first call, everybody must want it. Still to be asked: ${list.format(missing.map((party) => inWords[party]))}.`);

export const noCallWithoutAgreement = (): DomainError =>
  new DomainError('MEETINGS.NO_CALL_WITHOUT_AGREEMENT', 'The parent did not feel ready to talk, and has not agreed to another call yet. Please give them time, or ask your caseworker.');

export const outcomeNeeded = (): DomainError => new DomainError('MEETINGS.OUTCOME_NEEDED', 'Please say first how the last call went, also when nobody answered. Then you can call again.');

export const nothingLearned = (): DomainError => new DomainError('MEETINGS.NOTHING_LEARNED', 'Only a call in which you spoke with each other tells something of the child.');


/** Why nothing more can be recorded of a call that is not open. */
export function callNotOpen(status: Exclude<`${ComfortCallStatus}`, 'OPEN'>): DomainError {
  if (status === 'SUSPENDED') return notPossibleAtPresent();
  return status === 'HELD'
    ? new DomainError('MEETINGS.ALREADY_HELD', 'They have spoken with each other already.')
    : new DomainError('MEETINGS.NO_LONGER_DUE', 'The child no longer lives there, so this comfort call is no longer due.');
}
