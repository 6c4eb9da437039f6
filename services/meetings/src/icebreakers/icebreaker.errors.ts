import { DomainError } from '@fc/domain-kernel';
import { notPossibleAtPresent } from '../contact/not-possible.ts';

/** Why nothing more can be done with an icebreaker that is over, or not possible. */
export function icebreakerOver(status: 'HELD' | 'CLOSED' | 'SUSPENDED'): DomainError {
  if (status === 'SUSPENDED') return notPossibleAtPresent();
  return status === 'HELD'
    ? new DomainError('MEETINGS.ALREADY_HELD', 'This icebreaker has been held already.')
    : new DomainError('MEETINGS.NO_LONGER_DUE', 'The child no longer lives there, so this icebreaker is no longer due.');
}

export const noFacilitator = (): DomainError => new DomainError('MEETINGS.NO_FACILITATOR', 'An icebreaker is facilitated. Say who facilitated it.');

export const notFacilitating = (): DomainError => new DomainError('MEETINGS.NOT_FACILITATING', 'Whoever facilitates this icebreaker writes down what was talked about, and nobody else.');

export const notScheduled = (): DomainError => new DomainError('MEETINGS.NOT_SCHEDULED', 'This icebreaker has no appointment.');

/** What the database's own constraints mean here. */
export const icebreakerRefusals = {
  icebreaker_one_open: () => new DomainError('MEETINGS.ICEBREAKER_OPEN', 'There is an open icebreaker for this placement already.'),
};
