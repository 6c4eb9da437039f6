import { DomainError } from '@fc/domain-kernel';

/** What the database's own constraints mean here. */
export const preparationRefusals = {
  preparation_session_one_each: () => new DomainError('MEETINGS.ALREADY_PREPARED', 'You have recorded your preparation for this connection already.'),
  preparation_waiver_one_each: () => new DomainError('MEETINGS.ALREADY_WAIVED', 'The preparation of this side has been waived already.'),
};
